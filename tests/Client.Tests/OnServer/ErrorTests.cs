using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class ErrorTests
{
    [Theory, EachDatabase]
    public async Task Refusals_carry_the_codes_of_Directus(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.TextKey("code"), NewField.String("label"));
        var codes = app.Admin.Items(name);
        await codes.CreateAsync(new { code = "a" });

        Assert.Equal("INVALID_CREDENTIALS", await CodeAsync(() => app.Connect().LoginAsync(TestServer.AdminEmail, "wrong")));
        Assert.Equal("FORBIDDEN", await CodeAsync(() => app.Admin.Items("absent").ToListAsync()));
        Assert.Equal("FORBIDDEN", await CodeAsync(() => app.Connect().Items(name).ToListAsync()));
        Assert.Equal("FORBIDDEN", await CodeAsync(() => codes.GetAsync("b")));
        Assert.Equal("INVALID_QUERY", await CodeAsync(() => codes.Limit(-5).ToListAsync()));
        Assert.Equal("RECORD_NOT_UNIQUE", await CodeAsync(() => codes.CreateAsync(new { code = "a" })));
        Assert.Equal("INVALID_PAYLOAD", await CodeAsync(() => app.Admin.Schema.CreateCollectionAsync(name, NewField.Key())));
    }

    [Theory, EachDatabase]
    public async Task Refused_batch_creates_nothing(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.TextKey("code"));
        var codes = app.Admin.Items(name);

        await CodeAsync(() => codes.CreateAsync([new { code = "a" }, new { code = "a" }]));

        Assert.Equal(0, await codes.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task An_update_with_a_stale_tag_is_refused(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.TextKey("code"), NewField.String("label"));
        var codes = app.Admin.Items(name);
        await codes.CreateAsync(new { code = "a", label = "one" });

        var stale = (await codes.GetTaggedAsync("a")).Tag;
        await codes.UpdateAsync("a", new { label = "two" }, ifMatch: stale);

        Assert.Equal("PRECONDITION_FAILED", await CodeAsync(() => codes.UpdateAsync("a", new { label = "three" }, ifMatch: stale)));
        Assert.Equal("PRECONDITION_FAILED", await CodeAsync(() => codes.DeleteAsync("a", ifMatch: stale)));
        await codes.DeleteAsync("a", ifMatch: (await codes.GetTaggedAsync("a")).Tag);
        Assert.Equal(0, await codes.CountAsync());
    }

    private static async Task<string> CodeAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<DirectusException>(call)).Code;
}
