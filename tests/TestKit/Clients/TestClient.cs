using System.Net.Http.Headers;
using System.Net.Http.Json;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.Shares.V1;
using Directus.Grpc.Users.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Directus.Grpc.TestKit;

/// <summary>One caller of a server, over REST and over gRPC, with its token or without.</summary>
public sealed class TestClient : IDisposable
{
    private static readonly HttpMethod Search = new("SEARCH");

    private readonly HttpClient http;
    private readonly GrpcChannel channel;

    public TestClient(TestServer server, string? token = null)
    {
        Token = token;
        http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Url };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        channel = GrpcChannel.ForAddress(server.GrpcUrl);
        Rpc = channel.Intercept(metadata =>
        {
            if (token is not null) metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
    }

    public string? Token { get; }

    /// <summary>Where gRPC calls go, with the token.</summary>
    public CallInvoker Rpc { get; }

    public ItemsService.ItemsServiceClient Items => new(Rpc);

    public SharesService.SharesServiceClient Shares => new(Rpc);

    public FilesService.FilesServiceClient Files => new(Rpc);

    public AssetsService.AssetsServiceClient Assets => new(Rpc);

    public AuthService.AuthServiceClient Auth => new(Rpc);

    public UsersService.UsersServiceClient Users => new(Rpc);

    public ServerService.ServerServiceClient Server => new(Rpc);

    public CollectionsService.CollectionsServiceClient Collections => new(Rpc);

    public FieldsService.FieldsServiceClient Fields => new(Rpc);

    public RelationsService.RelationsServiceClient Relations => new(Rpc);

    public SnapshotsService.SnapshotsServiceClient Snapshots => new(Rpc);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public Task<HttpResponseMessage> SearchAsync(string path, object body) => SendAsync(Search, path, body);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null) =>
        SendAsync(new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public void Dispose()
    {
        http.Dispose();
        channel.Dispose();
    }
}
