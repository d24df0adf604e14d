using System.Text;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>What stands before the routes of API v1.1: it takes their paths as old clients write them, and their tokens from where
/// these put them. Cookies count for nothing there: any site's page can send a form.</summary>
internal sealed class LegacyGate(IOptions<LegacyOptions> options)
{
    private const string Root = "/api";
    private const string Scheme = "Basic ";

    /// <summary>Whether API v1.1 is served at all.</summary>
    public bool IsOpen { get; } = options.Value.Enabled;

    public Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        if (IsOpen && http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)) Enter(http);
        return next(http);
    }

    private static void Enter(HttpContext http)
    {
        var request = http.Request;
        request.Path = Tidy(request.Path.Value!);
        if (http.Features.Get<IHttpRequestFeature>() is { } raw) raw.RawTarget = Tidy(RawPath.Path(raw.RawTarget));
        request.Headers.Cookie = default;
        var token = Token(http);
        http.Features.Set<IHttpFace>(token.IsGiven ? LegacyFace.WithToken : LegacyFace.Anonymous);
        request.Headers.Authorization = token is { Text: { } text, InQuery: false } ? $"Bearer {text}" : default;
        if (token.IsRefused) throw DirectusException.InvalidCredentials();
    }

    // The query string, the header: the first that is given counts.
    private static (string? Text, bool InQuery, bool IsGiven, bool IsRefused) Token(HttpContext http)
    {
        if (DirectusQueryString.AccessToken(http.Request.QueryString.Value) is { } query) return (query, true, true, false);
        foreach (var header in http.Request.Headers.Authorization)
        {
            if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true) continue;
            var name = NameOf(header[Scheme.Length..]);
            return (name, false, true, name is null);
        }

        return CallToken.OfHeader(http) is { } bearer ? (bearer, false, true, false) : default;
    }

    // The token is the name, and the password is empty.
    private static string? NameOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials.Trim(), bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.EndsWith(':') && text.IndexOf(':') == text.Length - 1 && text.Length > 1 ? text[..^1] : null;
    }

    // `/api//1.1/tables/` is `/api/1.1/tables`.
    private static string Tidy(string path)
    {
        if (!path.Contains("//", StringComparison.Ordinal) && !path.EndsWith('/')) return path;
        return '/' + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }
}
