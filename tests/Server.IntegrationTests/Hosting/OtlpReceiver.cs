using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>A receiver of OTLP over HTTP that keeps what it is sent: names and tags are plain text in it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, string> _received = new();
    private readonly Task _work;

    public OtlpReceiver()
    {
        Address = $"http://127.0.0.1:{FreePort.Next()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _work = Task.Run(ReceiveAsync);
    }

    public string Address { get; }

    /// <summary>All that has come for a path: `/v1/traces`, `/v1/metrics`, `/v1/logs`.</summary>
    public string At(string path) => _received.GetValueOrDefault(path) ?? "";

    /// <summary>How bytes are found in it.</summary>
    public static string Bytes(string hex) => Encoding.Latin1.GetString(Convert.FromHexString(hex));

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
        _listener.Close();
    }

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                _received.AddOrUpdate(call.Request.Url!.AbsolutePath,
                    _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
            {
                // It has been stopped, or a sender went away.
            }
        }
    }
}
