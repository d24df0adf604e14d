using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

/// <summary>Calls of gRPC made of bytes, for what no client would send.</summary>
internal sealed class RawGrpc(TestServer server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true }) { BaseAddress = server.GrpcUrl };

    /// <summary>The status that the call ends with.</summary>
    /// <param name="method">`package.Service/Method`.</param>
    /// <param name="body">The frames of the messages.</param>
    /// <param name="token">Who calls; null for nobody.</param>
    /// <param name="encoding">How the messages are said to be compressed.</param>
    public async Task<int> StatusAsync(string method, byte[] body, string? token = null, string? encoding = null)
    {
        using var request = Request(method, new ByteArrayContent(body), token);
        if (encoding is not null) request.Headers.Add("grpc-encoding", encoding);
        using var reply = await _http.SendAsync(request);
        await reply.Content.ReadAsByteArrayAsync();
        var status = reply.Headers.TryGetValues("grpc-status", out var head) ? head : reply.TrailingHeaders.GetValues("grpc-status");
        return int.Parse(status.Single(), CultureInfo.InvariantCulture);
    }

    /// <summary>Begins a call and leaves while it goes on.</summary>
    public async Task LeaveAsync(string method, byte[] body, string? token = null)
    {
        using var left = new CancellationTokenSource();
        using var request = Request(method, new EndlessContent(body), token);
        var call = _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, left.Token);
        await Task.WhenAny(call, Task.Delay(50));
        await left.CancelAsync();
        try
        {
            (await call).Dispose();
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException)
        {
            // It is gone.
        }
    }

    /// <summary>A message with its length before it.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> message, bool compressed = false)
    {
        var frame = new byte[message.Length + 5];
        frame[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(string method, HttpContent content, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    // Says what it has to say and does not end.
    private sealed class EndlessContent(byte[] start) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(start, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
