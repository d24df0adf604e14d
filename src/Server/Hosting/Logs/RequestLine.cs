using System.Collections;
using System.Globalization;
using Grpc.Core;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>A request that has ended. As a list it is what exporters of logs read of an entry.</summary>
/// <param name="Id">Its number in this process.</param>
/// <param name="Http">The request and its answer; not kept beyond the entry.</param>
/// <param name="Method">The method as it came.</param>
/// <param name="Url">Path and query without secrets.</param>
/// <param name="Rpc">How a call by gRPC ended; null for others.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record RequestLine(long Id, HttpContext Http, string Method, string Url, StatusCode? Rpc, double Milliseconds)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Status => Http.Response.StatusCode;

    public string Message =>
        Http.RequestAborted.IsCancellationRequested ? "request aborted" : Status >= 500 ? "request errored" : "request completed";

    /// <summary>The line that people read, as Directus writes it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{(Rpc is null ? Method : "GRPC")} {Url} {Outcome} {Milliseconds:0}ms");

    private string Outcome => Rpc is { } code ? code.ToString() : Status.ToString(CultureInfo.InvariantCulture);

    public int Count => 4;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("http.request.method", Method),
        1 => new("url", Url),
        2 => new("http.response.status_code", Status),
        3 => new("duration_ms", Milliseconds),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
