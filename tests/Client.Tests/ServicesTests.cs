using Directus.Grpc.Client.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Directus.Grpc.Client.Tests;

public sealed class ServicesTests
{
    [Fact]
    public async Task Container_makes_one_client_with_its_options_and_disposes_it()
    {
        await using var server = await FakeServer.StartAsync();
        var services = new ServiceCollection().AddSingleton("static");
        services.AddDirectusClient(server.Url, provider => new() { Token = provider.GetRequiredService<string>() });
        DirectusClient client;
        using (var container = services.BuildServiceProvider())
        {
            client = container.GetRequiredService<DirectusClient>();
            Assert.Same(client, container.GetRequiredService<DirectusClient>());
            await client.Items("a").ToListAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Bearer static"], server.State.Authorizations);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Items("a").ToListAsync(TestContext.Current.CancellationToken));
    }
}
