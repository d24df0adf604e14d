using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>What system collections keep to themselves no way around them tells, whoever asks.</summary>
public sealed class KeptCollectionTests
{
    [Theory, EachDatabase]
    public async Task No_relation_leads_to_sessions(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "session");
        await (await app.Admin.PostAsync("/relations", new
        {
            collection = notes,
            field = "session",
            related_collection = "directus_sessions",
            meta = new { },
            schema = (object?)null
        })).DataAsync();
        var session = (string)(await app.Server.Database.QueryAsync("select token from directus_sessions limit 1"))[0][0]!;
        await app.CreateAsync($"/items/{notes}", new { title = "a", session });

        foreach (var query in (string[])["fields=session.token", "fields=session.*", "filter[session][token][_starts_with]=a", "sort=session.token"])
            await (await app.Admin.GetAsync($"/items/{notes}?{query}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{notes}?fields=title,*.*")).ShouldBeDataAsync($$"""[{"title":"a","id":1,"session":"{{session}}"}]""");
        await app.Admin.Items.ListItemsAsync(new() { Collection = notes, Query = new() { Fields = { "session.token" } } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await app.Admin.ShouldAnswerAsync($"{{ {notes} {{ session }} }}", $$"""{"{{notes}}":[{"session":"{{session}}"}]}""");
        await (await app.Admin.PostAsync($"/items/{notes}", new { session = new { token = "forged", expires = "2099-01-01T00:00:00Z" } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task No_stream_tells_of_sessions(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        foreach (var collection in (string[])["directus_sessions", "directus_fields", "directus_of_a_later_release"])
        {
            using var call = app.Admin.Items.StreamItems(new StreamItemsRequest { Collection = collection });
            var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task Relations_that_lead_to_collections_go_on_leading_there(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{notes}", new { title = "a" });
        var share = await app.CreateAsync("/shares", new { collection = notes, item = "1" });

        await (await app.Admin.GetAsync($"/shares/{share}?fields=collection.collection,collection.singleton"))
            .ShouldBeDataAsync($$$"""{"collection":{"collection":"{{{notes}}}","singleton":false}}""");
    }
}
