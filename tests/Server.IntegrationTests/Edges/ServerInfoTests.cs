using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

public sealed class ServerInfoTests
{
    private static readonly string[] ForAll = ["project", "setupCompleted"];
    private static readonly string[] ForUsers = [.. ForAll, "mcp_enabled", "ai_enabled", "files", "rateLimit", "rateLimitGlobal", "extensions",
        "queryLimit", "websocket", "version"];

    [Theory, EachDatabase]
    public async Task Strangers_learn_of_the_project_users_of_the_API_and_administrators_of_the_product(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();

        Assert.Equal(ForAll, await KeysAsync(app.Anonymous));
        Assert.Equal(ForUsers, await KeysAsync(user));
        Assert.Equal([.. ForUsers, "product"], await KeysAsync(app.Admin));
        var info = (await (await app.Admin.GetAsync("/server/info")).DataAsync())!;
        Assert.Equal("11.17.4", (string?)info["version"]);
        Assert.Equal("""["*/*"]""", info["files"]!["mimeTypeAllowList"]!.ToJsonString());
        Assert.Equal("""{"limit":null}""", info["extensions"]!.ToJsonString());
        Assert.Equal("Directus.Grpc", (string?)info["product"]!["name"]);

        var (toStranger, toUser, toAdmin) = (await app.Anonymous.Server.GetInfoAsync(new()), await user.Server.GetInfoAsync(new()),
            await app.Admin.Server.GetInfoAsync(new()));
        Assert.False(toStranger.HasVersion);
        Assert.Empty(toStranger.MimeTypes);
        Assert.Equal("11.17.4", toUser.Version);
        Assert.Null(toUser.Product);
        Assert.Equal((string?)info["product"]!["version"], toAdmin.Product.Version);
    }

    [Theory, EachDatabase]
    public async Task Who_owns_the_project_is_kept_by_who_may_change_the_settings_and_nothing_else_is(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();

        await (await app.Admin.PostAsync("/settings/owner", new
        {
            project_owner = "a@example.com",
            project_usage = "personal",
            org_name = "x",
            product_updates = false,
            project_name = "Mine"
        })).ShouldBeNoContentAsync();
        await (await app.Admin.PostAsync("/settings/owner", new { })).ShouldBeNoContentAsync();
        await app.Admin.Server.SetOwnerAsync(new SetOwnerRequest { OrgName = "y" });

        await (await app.Admin.GetAsync("/settings?fields=project_owner,project_usage,org_name,product_updates,project_name"))
            .ShouldBeDataAsync("""{"project_owner":"a@example.com","project_usage":"personal","org_name":"y","product_updates":false,"project_name":"Directus"}""");
        await (await user.PostAsync("/settings/owner", new { project_owner = "b@example.com" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.PostAsync("/settings/owner", new { })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await user.Server.SetOwnerAsync(new SetOwnerRequest()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Admin.PostAsync("/settings/owner", new[] { 1 })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    [Theory, EachDatabase]
    public async Task A_project_is_set_up_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        foreach (var caller in (TestClient[])[app.Admin, app.Anonymous])
        {
            await (await caller.PostAsync("/server/setup", new { project_owner = "a@example.com" })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await caller.Server.CompleteSetupAsync(new CompleteSetupRequest()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }
    }

    [Theory, EachDatabase]
    public async Task There_are_no_extensions_and_administrators_are_told_so(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.SignInAsync();

        await (await app.Admin.GetAsync("/extensions")).ShouldBeDataAsync("[]");
        await (await user.GetAsync("/extensions")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.GetAsync("/extensions")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await app.Admin.Server.ListExtensionsAsync(new ListExtensionsRequest());
        await user.Server.ListExtensionsAsync(new ListExtensionsRequest()).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        var module = await app.Anonymous.GetAsync("/extensions/sources/index.js");
        Assert.Equal("application/javascript", module.Content.Headers.ContentType!.MediaType);
        Assert.Contains("export const interfaces = [];", await module.Content.ReadAsStringAsync());
        await (await app.Admin.GetAsync("/extensions/sources/other.js")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
    }

    private static async Task<IEnumerable<string>> KeysAsync(TestClient client) =>
        (await (await client.GetAsync("/server/info")).DataAsync())!.AsObject().Select(entry => entry.Key);
}
