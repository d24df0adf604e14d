using Directus.Grpc.TestKit;
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
}
