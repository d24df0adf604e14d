using System.Net;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Asks a server a read.</summary>
internal sealed class ReadSender(string address) : IDisposable
{
    /// <summary>Longest answer that is compared, in bytes.</summary>
    public const int Most = 4 * 1024 * 1024;

    private readonly string _address = address.TrimEnd('/');

    private readonly HttpClient _http = new(OtherServerHttp.Handler(DecompressionMethods.All))
    {
        Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = Most,
    };

    /// <summary>The answer; throws an HttpRequestException when there is none, or a longer one.</summary>
    public async Task<ReadAnswer> SendAsync(ReadCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), _address + call.Target);
        if (call.Body.Length > 0) request.Content = new ReadOnlyMemoryContent(call.Body);
        foreach (var (name, value) in call.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        Hop.Mark(request);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException("It did not answer in time.", error);
        }
    }

    public void Dispose() => _http.Dispose();
}
