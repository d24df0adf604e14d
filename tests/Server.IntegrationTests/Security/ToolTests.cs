using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Tools that anyone could turn against the server.</summary>
public sealed class ToolTests
{
    /// <summary>GHSA-xw72-c69j-h2rj: a hash takes memory and time, on purpose.</summary>
    [Theory, EachDatabase]
    public async Task Only_users_have_the_server_hash(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();
        var hash = (string)(await (await user.PostAsync("/utils/hash/generate", new { @string = "text" })).DataAsync())!;

        await (await app.Anonymous.PostAsync("/utils/hash/generate", new { @string = "text" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.PostAsync("/utils/hash/verify", new { @string = "text", hash })).ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Equal("FORBIDDEN", await Rpcs.RefusalAsync(app.Anonymous, "UtilsService/GenerateHash", new { @string = "text" }));
        Assert.Equal("FORBIDDEN", await Rpcs.RefusalAsync(app.Anonymous, "UtilsService/VerifyHash", new { @string = "text", hash }));
        Assert.Equal("FORBIDDEN", await app.Anonymous.RefusalAsync("mutation { utils_hash_generate(string: \"text\") }", GraphQLCalls.System));
        await (await user.PostAsync("/utils/hash/generate", new { @string = new string('x', 20_000) })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await user.PostAsync("/utils/hash/verify", new { @string = "text", hash })).ShouldBeDataAsync("true");
    }

    /// <summary>GHSA-632p-p495-25m5 (CVE-2024-36128).</summary>
    [Theory, EachDatabase]
    public async Task No_length_breaks_random_texts(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        foreach (var length in (string[])["foo", "-1", "0", "1e9", "NaN", "1.5", "Infinity"])
            await (await app.Admin.GetAsync($"/utils/random/string?length={length}")).ShouldBeErrorAsync(400, "INVALID_QUERY");

        Assert.Equal(32, ((string)(await (await app.Admin.GetAsync("/utils/random/string?length=32")).DataAsync())!).Length);
        await TestApp.LoginAsync(app.Server, TestServer.AdminEmail, TestServer.AdminPassword);
    }
}
