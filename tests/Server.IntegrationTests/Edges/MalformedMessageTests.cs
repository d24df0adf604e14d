using System.Collections.Concurrent;
using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.Server.IntegrationTests.Security;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

/// <summary>Whatever bytes come, the caller is told what is wrong with them, and the log is not for callers to write.</summary>
public sealed class MalformedMessageTests
{
    private const int Each = 40;

    [Theory, EachDatabase]
    public async Task No_message_is_a_fault_of_the_server(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        await server.Log.HasAsync("answers REST");
        using var raw = new RawGrpc(server);
        var admin = await Member.CreateAsync(app, [], appAccess: true);
        string?[] tokens = [null, admin.Client.Token, app.Admin.Token];
        var (seed, from, faults) = (Random.Shared.Next(), server.Log.Count, new ConcurrentBag<string>());

        await Parallel.ForEachAsync(Rpcs.All.Values, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (method, cancellation) =>
        {
            var messages = new MutatedMessages(seed ^ method.FullName.Length);
            for (var i = 0; i < Each; i++)
            {
                byte[] body = [.. Enumerable.Range(0, method.IsClientStreaming ? 3 : 1)
                    .SelectMany(_ => RawGrpc.Frame(messages.Next(method.InputType)))];
                var status = await raw.StatusAsync($"{method.Service.FullName}/{method.Name}", body, tokens[i % tokens.Length]);
                if (status is (int)StatusCode.Unknown or (int)StatusCode.Internal)
                    faults.Add($"{method.FullName} answers {status} (seed {seed}): {Convert.ToHexString(body)}");
            }
        });

        Assert.Empty(faults);
        Assert.Equal(0, await server.Process.StopAsync());
        Assert.Empty(server.Log.Notes(from));
    }

    [Theory, EachDatabase]
    public async Task What_is_no_message_of_its_type_is_an_invalid_argument_on_every_call(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var raw = new RawGrpc(app.Server);
        byte[] endless = RawGrpc.Frame([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]);

        foreach (var method in Rpcs.All.Values)
            Assert.Equal((int)StatusCode.InvalidArgument,
                await raw.StatusAsync($"{method.Service.FullName}/{method.Name}", endless, app.Admin.Token));
        await app.Admin.Items.ListItemsAsync(new()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Messages_cut_off_or_wrongly_compressed_have_the_status_of_the_protocol(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        await server.Log.HasAsync("answers REST");
        using var raw = new RawGrpc(server);
        var from = server.Log.Count;
        var whole = RawGrpc.Frame([0x0a, 0x01, 0x78]);

        foreach (var method in (string[])["directus.items.v1.ItemsService/ListItems", "directus.items.v1.ItemsService/StreamItems",
            "directus.files.v1.FilesService/UploadFile"])
        {
            Assert.Equal((int)StatusCode.Internal, await raw.StatusAsync(method, whole[..^1], app.Admin.Token));
            Assert.Equal((int)StatusCode.Internal, await raw.StatusAsync(method, whole[..3], app.Admin.Token));
            Assert.Equal((int)StatusCode.Internal, await raw.StatusAsync(method, RawGrpc.Frame([1, 2, 3], compressed: true), app.Admin.Token));
            Assert.Equal((int)StatusCode.Unimplemented,
                await raw.StatusAsync(method, RawGrpc.Frame([1, 2, 3], compressed: true), app.Admin.Token, "br"));
            Assert.Equal((int)StatusCode.InvalidArgument,
                await raw.StatusAsync(method, RawGrpc.Frame([1, 2, 3], compressed: true), app.Admin.Token, "gzip"));
        }

        Assert.Equal(0, await server.Process.StopAsync());
        Assert.Empty(server.Log.Notes(from));
    }

    [Theory, EachDatabase]
    public async Task Callers_who_leave_write_no_log(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        await server.Log.HasAsync("answers REST");
        using var raw = new RawGrpc(server);
        var from = server.Log.Count;
        var header = RawGrpc.Frame([0x0a, 0x00]);
        string[] methods = ["grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
            "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            "grpc.health.v1.Health/Watch", "directus.files.v1.FilesService/UploadFile", "directus.items.v1.ItemsService/StreamItems",
                "directus.items.v1.ItemsService/ListItems"];

        await Task.WhenAll(methods.SelectMany(method =>
            (string?[])[null, app.Admin.Token], (method, token) => raw.LeaveAsync(method, header, token)));
        await (await app.Admin.GetAsync("/users/me")).DataAsync();

        Assert.Equal(0, await server.Process.StopAsync());
        Assert.Empty(server.Log.Notes(from));
    }
}
