using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Kestrel decodes a path but for `%2F`, so `b%2F2` and `b%252F2` look alike afterwards. Where a path holds a
/// percent sign, the values of its parameters are decoded once more from the target as it was sent, exactly once.</summary>
internal static class RawPath
{
    public static void DecodeValues(HttpContext http, RoutePattern pattern)
    {
        var path = http.Request.Path.Value;
        if (path is null || !path.Contains('%')) return;
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var segments = Path(target).Trim('/').Split('/');
        if (segments.Length != pattern.PathSegments.Count) return;
        for (var i = 0; i < segments.Length; i++)
        {
            if (pattern.PathSegments[i] is { IsSimple: true } segment && segment.Parts[0] is RoutePatternParameterPart parameter)
                http.Request.RouteValues[parameter.Name] = Uri.UnescapeDataString(segments[i]);
        }
    }

    /// <summary>The path of a target, which is a path with a query or, from a proxy, a whole address.</summary>
    public static string Path(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        if (path.StartsWith('/')) return path;
        var host = path.IndexOf("://", StringComparison.Ordinal);
        var start = host < 0 ? -1 : path.IndexOf('/', host + 3);
        return start < 0 ? "/" : path[start..];
    }
}
