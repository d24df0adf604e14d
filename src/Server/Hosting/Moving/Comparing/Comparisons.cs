using System.Net.Mime;
using Directus.Grpc.Server.Hosting.Proxies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>COMPARE_WITH: keeps what is read and what was answered, to ask the other server the same later on. A caller neither waits for it
/// nor notices.</summary>
internal sealed class Comparisons(ComparisonQueue queue, IOptions<MovingOptions> options)
{
    /// <summary>Longest answer, and longest body of a request, that is kept, in bytes.</summary>
    private const int Most = 1024 * 1024;

    // Who asks, and in which words.
    private static readonly string[] Carried =
        [HeaderNames.Authorization, HeaderNames.Cookie, HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.UserAgent];

    private readonly double _sample = options.Value.CompareSample;

    public Task InvokeAsync(HttpContext http, RequestDelegate next) => IsWanted(http) ? KeepAsync(http, next) : next(http);

    private bool IsWanted(HttpContext http) => ComparableReads.MayBe(http.Request.Method, http.Request.Path.Value ?? "/")
        && (_sample >= 1 || Random.Shared.NextDouble() < _sample) && !Hop.IsMarked(http);

    private async Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        var (method, features) = (http.Request.Method, http.Features);
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var answer = new AnswerCopy(body, Most);
        var asked = method == HttpMethods.Get ? null : new BodyCopy(http.Request.Body, Most);
        features.Set<IHttpResponseBodyFeature>(answer);
        if (asked is not null) http.Request.Body = asked;
        try
        {
            await next(http);
        }
        finally
        {
            features.Set(body);
        }

        if (answer.Written is not { } written || http.RequestAborted.IsCancellationRequested || Route(http) is not { } route) return;
        var target = features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/') || (asked is not null && asked.Copied is null)) return;
        queue.Offer(new(new(method, target, Headers(http), asked?.Copied ?? default), new(http.Response.StatusCode, written), route));
    }

    // Where the answer says nothing of the route, the other server need not be asked.
    private static string? Route(HttpContext http)
    {
        if (http.Response.StatusCode is StatusCodes.Status304NotModified or StatusCodes.Status429TooManyRequests
            or StatusCodes.Status503ServiceUnavailable) return null;
        if (http.Response.ContentType?.StartsWith(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) != true) return null;
        return (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
    }

    private static List<KeyValuePair<string, string>> Headers(HttpContext http)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var name in Carried)
            if (http.Request.Headers[name] is [{ Length: > 0 } value]) headers.Add(new(name, value));
        if (http.Connection.RemoteIpAddress is { } caller) headers.Add(new("X-Forwarded-For", StatedAddress.Plain(caller).ToString()));
        return headers;
    }
}
