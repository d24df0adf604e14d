using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Directus.Grpc.Server.IntegrationTests.Moving;

/// <summary>A server that another one takes the place of, with an extension `/ext`; it keeps what it was asked.</summary>
internal sealed class OldServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OldServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>`METHOD /path?query` of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>Lets the second half of `/ext/stream` go.</summary>
    public TaskCompletionSource More { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<OldServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var old = new OldServer(builder.Build());
        old._app.UseWebSockets();
        old._app.Run(old.AnswerAsync);
        await old._app.StartAsync();
        return old;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        Headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        http.Response.Headers["X-Powered-By"] = "the old one";
        return http.Request.Path.Value switch
        {
            "/ext/echo" => EchoAsync(http),
            "/ext/move" => MoveAsync(http),
            "/ext/login" => LogInAsync(http),
            "/ext/stream" => StreamAsync(http),
            "/ext/socket" => SocketAsync(http),
            "/ext/refuse" => WriteAsync(http, 418, "refused by the old one"),
            _ => WriteAsync(http, 404, "the old one has no such route"),
        };
    }

    private static async Task EchoAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.Headers.AccessControlAllowOrigin = "*";
        await WriteAsync(http, 200, $"{body.Length} bytes");
    }

    private static Task MoveAsync(HttpContext http)
    {
        http.Response.Redirect("/ext/echo");
        return Task.CompletedTask;
    }

    private static Task LogInAsync(HttpContext http)
    {
        http.Response.Headers.SetCookie = new[] { "directus_session_token=abc; Path=/", "theme=dark; Path=/" };
        return Task.CompletedTask;
    }

    private async Task StreamAsync(HttpContext http)
    {
        await http.Response.WriteAsync("first");
        await http.Response.Body.FlushAsync();
        await More.Task;
        await http.Response.WriteAsync(" second");
    }

    private static async Task SocketAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64];
        while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: WebSocketMessageType.Text } message)
            await socket.SendAsync(buffer.AsMemory(0, message.Count), WebSocketMessageType.Text, true, http.RequestAborted);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, http.RequestAborted);
    }

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(text);
    }
}
