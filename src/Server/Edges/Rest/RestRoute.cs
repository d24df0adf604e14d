using Google.Api;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Routes of transcoding where a segment is a variable of one fixed value, `/{collection=users}`: transcoding takes any
/// value there. Here the value becomes a literal, and the variable a default of the route.</summary>
internal static class RestRoute
{
    /// <summary>The route with its values fixed; null when it has none such.</summary>
    public static RoutePattern? Fixed(HttpRule rule)
    {
        var segments = Path(rule).Trim('/').Split('/');
        var values = new RouteValueDictionary();
        for (var i = 0; i < segments.Length; i++)
        {
            if (Variable(segments[i]) is not var (name, value)) continue;
            values[name] = value;
            segments[i] = value;
        }

        return values.Count == 0 ? null : RoutePatternFactory.Parse("/" + string.Join('/', segments), values, parameterPolicies: null);
    }

    private static (string Name, string Value)? Variable(string segment)
    {
        if (!segment.StartsWith('{') || !segment.EndsWith('}')) return null;
        var equals = segment.IndexOf('=');
        return equals < 0 || segment.Contains('*') ? null : (segment[1..equals], segment[(equals + 1)..^1]);
    }

    private static string Path(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => rule.Get,
        HttpRule.PatternOneofCase.Put => rule.Put,
        HttpRule.PatternOneofCase.Post => rule.Post,
        HttpRule.PatternOneofCase.Delete => rule.Delete,
        HttpRule.PatternOneofCase.Patch => rule.Patch,
        HttpRule.PatternOneofCase.Custom => rule.Custom.Path,
        _ => "",
    };
}
