using Directus.Grpc.TestKit;
using Google.Protobuf.Reflection;
using Grpc.Reflection.V1Alpha;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class ReflectionTests
{
    [Theory, EachDatabase]
    public async Task Reflection_tells_the_services(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        using var call = new ServerReflection.ServerReflectionClient(app.Anonymous.Rpc).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new() { ListServices = "*" });
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        var services = call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                "directus.auth.v1.AuthService", "directus.items.v1.ItemsService", "directus.schema.v1.CollectionsService",
                "directus.server.v1.ServerService", "directus.shares.v1.SharesService", "grpc.health.v1.Health",
            },
            services.ToHashSet());
    }

    [Theory, EachDatabase]
    public async Task Reflection_tells_the_comments_and_the_details_of_refusals(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var items = await FileOfAsync(app, "directus.items.v1.ItemsService");
        Assert.Contains(items.SourceCodeInfo.Location, location => location.LeadingComments.Contains("Lists items", StringComparison.Ordinal));
        foreach (var detail in (string[])["ErrorInfo", "BadRequest", "Status"])
            Assert.Contains((await FileOfAsync(app, $"google.rpc.{detail}")).MessageType, message => message.Name == detail);
    }

    private static async Task<FileDescriptorProto> FileOfAsync(TestApp app, string symbol)
    {
        using var call = new ServerReflection.ServerReflectionClient(app.Anonymous.Rpc).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new() { FileContainingSymbol = symbol });
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        return FileDescriptorProto.Parser.ParseFrom(call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto[0]);
    }
}
