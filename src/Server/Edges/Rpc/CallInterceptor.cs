using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Around every RPC, whatever way it came: finds out who calls before the service runs, and translates what the
/// service throws.</summary>
internal sealed class CallInterceptor(CallEntry entry, ErrorTranslator errors) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var http = HttpCall.From(context);
        if (http is not null) http.Entered = true;
        try
        {
            if (!IsOpen(context.Method)) await EnterAsync(context, http);
            return await continuation(request, context);
        }
        catch (Exception error) when (http is not null)
        {
            // Transcoding would log an exception with its stack; of an empty reply it prints nothing that is kept.
            errors.Answer(http, error);
            return EmptyReply<TResponse>.Instance;
        }
        catch (Exception error)
        {
            throw errors.Status(context, error);
        }
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        HttpCall.From(context) is { } http
            ? AnswerAsync(http, context, () => continuation(request, responseStream, context))
            : StreamAsync(context, () => continuation(request, new ReplyMessages<TResponse>(responseStream), context));

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? reply = null;
        await StreamAsync(context, async () => reply = await continuation(new RequestMessages<TRequest>(requestStream), context));
        return reply!;
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        StreamAsync(context, () => continuation(new RequestMessages<TRequest>(requestStream), new ReplyMessages<TResponse>(responseStream), context));

    // A stream that has a REST route answers it beside its messages, as a single reply does.
    private async Task AnswerAsync(HttpCall http, ServerCallContext context, Func<Task> call)
    {
        http.Entered = true;
        try
        {
            await EnterAsync(context, http);
            await call();
        }
        catch (Exception error)
        {
            errors.Answer(http, error);
        }
    }

    private async Task StreamAsync(ServerCallContext context, Func<Task> call)
    {
        try
        {
            if (!IsOpen(context.Method)) await EnterAsync(context, null);
            await call();
        }
        catch (Exception error)
        {
            throw errors.Status(context, error);
        }
    }

    private async ValueTask EnterAsync(ServerCallContext context, HttpCall? http)
    {
        context.UserState[typeof(Caller)] = http is null
            ? await entry.OfGrpcAsync(context.GetHttpContext(), context.CancellationToken)
            : await entry.OfHttpAsync(http.Http, context.CancellationToken);
        // Whatever the route makes of it: a client whose query makes no sense is told so by all of them.
        if (http is { Face: null }) _ = http.Query;
    }

    // What looks at no token: asked by balancers and tools that have none, it tells nothing.
    private static bool IsOpen(string method) => method == "/directus.server.v1.ServerService/Ping"
        || method.StartsWith("/grpc.health.v1.Health/", StringComparison.Ordinal)
        || method.StartsWith("/grpc.reflection.", StringComparison.Ordinal);

    // A reply that nobody reads: REST has been answered beside it.
    private static class EmptyReply<T> where T : class
    {
        public static T Instance { get; } = Activator.CreateInstance<T>();
    }
}
