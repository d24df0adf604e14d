using System.Net;
using System.Net.Sockets;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A policy for some addresses holds for calls from these, whatever a call from another one has just been told.
/// Guards against what Directus' pull request 28190 mended.</summary>
public sealed class AddressPolicyTests
{
    [Theory, EachDatabase]
    public async Task What_is_no_list_of_addresses_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var policy = await app.CreateAsync("/policies", new { name = TestApp.Mark() });
        object[] wrong =
        [
            5, true, "5", "x", " ", "10.0.0", "10.0.0.1,,", "10.0.0.300", "0x7f.0.0.1", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.5-10.0.0.1",
                "10.0.0.1-::1", "10.0.0.1-",
            new { a = 1 }, new object[] { 1 }, new object[] { "10.0.0.1", "x" }, new object[] { "10.0.0.1", null! },
                new object[] { new[] { "10.0.0.1" } },
        ];
        foreach (var list in wrong)
        {
            await (await app.Admin.PostAsync("/policies", new { name = TestApp.Mark(), ip_access = list }))
                .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
            await (await app.Admin.PatchAsync($"/policies/{policy}", new { ip_access = list })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        }

        foreach (var list in new object?[] { null, "", Array.Empty<string>(), "10.0.0.1, 10.0.0.0/8",
            new[] { "::1", "fe80::/10", "10.0.0.1-10.0.0.9" } })
            await (await app.Admin.PatchAsync($"/policies/{policy}?fields=id", new { ip_access = list })).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task One_user_has_the_rights_of_the_address_of_each_call(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        var policy = await app.CreateAsync("/policies", new
        {
            name = $"policy {TestApp.Mark()}",
            ip_access = "127.0.0.1",
            permissions = new[] { new { collection = things, action = "read", fields = new[] { "*" }, permissions = new { } } },
        });
        var token = $"token-{TestApp.Mark()}";
        await app.CreateAsync("/users", new { email = $"{token}@example.com", token, policies = new[] { new { policy } } });

        for (var turn = 0; turn < 3; turn++)
        {
            await RequireAsync(app, token, "127.0.0.1", things, sees: true);
            await RequireAsync(app, token, "127.0.0.2", things, sees: false);
        }
    }

    private static async Task RequireAsync(TestApp app, string token, string address, string collection, bool sees)
    {
        using var rest = new HttpClient(From(address)) { BaseAddress = app.Server.Url };
        var reply = await rest.GetAsync($"/items/{collection}?access_token={token}");
        if (sees) await reply.DataAsync();
        else await reply.ShouldBeErrorAsync(403, "FORBIDDEN");

        using var channel = GrpcChannel.ForAddress(app.Server.GrpcUrl,
            new GrpcChannelOptions { HttpHandler = From(address), DisposeHttpClient = true });
        var rpc = new ItemsService.ItemsServiceClient(channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        }));
        if (sees) Assert.Single((await rpc.ListItemsAsync(new() { Collection = collection })).Items);
        else await rpc.ListItemsAsync(new() { Collection = collection }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    // Every address of 127/8 is this machine's, and a connection may come from any of them.
    private static SocketsHttpHandler From(string address) => new()
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
