using System.Runtime.CompilerServices;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Shares.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Directus.Grpc.Client;

/// <summary>The channel to one server with the session of one caller: every call passes here.</summary>
internal sealed class Connection : IDisposable
{
    private const string TokenExpired = "TOKEN_EXPIRED";

    private readonly GrpcChannel channel;

    public Connection(string url, DirectusClientOptions options)
    {
        Url = url;
        Options = options;
        channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions
        {
            HttpHandler = options.HttpHandler ?? new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
            HttpVersion = options.HttpVersion,
            DisposeHttpClient = options.HttpHandler is null,
            // The caller bounds an answer by its limit; gRPC's 4 MB would break large pages.
            MaxReceiveMessageSize = null,
            ThrowOperationCanceledOnCancellation = true,
        });
        Auth = new(channel);
        Items = new(channel);
        Shares = new(channel);
        Files = new(channel);
        Assets = new(channel);
        Collections = new(channel);
        Fields = new(channel);
        Relations = new(channel);
        Session = new(Auth, options.TimeProvider);
        Session.UseStatic(options.Token);
    }

    public string Url { get; }

    public DirectusClientOptions Options { get; }

    public Session Session { get; }

    public AuthService.AuthServiceClient Auth { get; }

    public ItemsService.ItemsServiceClient Items { get; }

    public SharesService.SharesServiceClient Shares { get; }

    public FilesService.FilesServiceClient Files { get; }

    public AssetsService.AssetsServiceClient Assets { get; }

    public CollectionsService.CollectionsServiceClient Collections { get; }

    public FieldsService.FieldsServiceClient Fields { get; }

    public RelationsService.RelationsServiceClient Relations { get; }

    /// <summary>Calls as the session's user; once more when the server finds the token expired.</summary>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> rpc, TRequest request, CancellationToken cancellation)
    {
        var tokens = await Session.CurrentAsync(cancellation);
        try
        {
            return await SendAsync(rpc, request, tokens, cancellation);
        }
        catch (DirectusException error) when (error.Code == TokenExpired && tokens.CanRenew)
        {
            // The token is checked before anything else, so nothing has happened yet.
            var renewed = await Session.RenewAsync(tokens, cancellation);
            return await SendAsync(rpc, request, renewed, cancellation);
        }
    }

    /// <summary>Calls as the session's user and reads the messages as they come; once more from the start when the server
    /// finds the token expired, which it does before the first message.</summary>
    public async IAsyncEnumerable<TResponse> StreamAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncServerStreamingCall<TResponse>> rpc,
        TRequest request,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var tokens = await Session.CurrentAsync(cancellation);
        var call = rpc(request, CallAs(tokens, cancellation));
        try
        {
            bool any;
            try
            {
                any = await NextAsync(call, cancellation);
            }
            catch (DirectusException error) when (error.Code == TokenExpired && tokens.CanRenew)
            {
                call.Dispose();
                call = rpc(request, CallAs(await Session.RenewAsync(tokens, cancellation), cancellation));
                any = await NextAsync(call, cancellation);
            }

            for (; any; any = await NextAsync(call, cancellation)) yield return call.ResponseStream.Current;
        }
        finally
        {
            call.Dispose();
        }
    }

    /// <summary>Sends messages as the session's user. A stream is read once, so the token is renewed before and never after.</summary>
    public async Task<TResponse> UploadAsync<TRequest, TResponse>(
        Func<CallOptions, AsyncClientStreamingCall<TRequest, TResponse>> rpc, IAsyncEnumerable<TRequest> messages, CancellationToken cancellation)
    {
        using var call = rpc(CallAs(await Session.CurrentAsync(cancellation), cancellation));
        try
        {
            await foreach (var message in messages.WithCancellation(cancellation)) await call.RequestStream.WriteAsync(message, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception error) when (error is RpcException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The server has answered before the end; the answer tells why.
        }

        try
        {
            return await call.ResponseAsync;
        }
        catch (RpcException refusal)
        {
            throw DirectusException.From(refusal);
        }
    }

    /// <summary>Calls without any token, as login must.</summary>
    public Task<TResponse> CallPublicAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> rpc, TRequest request, CancellationToken cancellation) =>
        SendAsync(rpc, request, SessionTokens.None, cancellation);

    public void Dispose() => channel.Dispose();

    private static async Task<TResponse> SendAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> rpc,
        TRequest request,
        SessionTokens tokens,
        CancellationToken cancellation)
    {
        try
        {
            using var call = rpc(request, CallAs(tokens, cancellation));
            return await call.ResponseAsync;
        }
        catch (RpcException error)
        {
            throw DirectusException.From(error);
        }
    }

    private static async Task<bool> NextAsync<TResponse>(AsyncServerStreamingCall<TResponse> call, CancellationToken cancellation)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancellation);
        }
        catch (RpcException error)
        {
            throw DirectusException.From(error);
        }
    }

    private static CallOptions CallAs(SessionTokens tokens, CancellationToken cancellation) =>
        new(tokens.Access is null ? null : new Metadata { { "authorization", $"Bearer {tokens.Access}" } }, cancellationToken: cancellation);
}
