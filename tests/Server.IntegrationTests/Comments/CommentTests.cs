using Directus.Grpc.Comments.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Comments;

/// <summary>Comments are about items that their writers may read, and theirs to change.</summary>
public sealed class CommentTests
{
    private const string Comments = "directus_comments";

    [Theory, EachDatabase]
    public async Task A_comment_is_a_text_on_every_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        const string text = "<b>bold</b> & <script>alert(1)</script>";
        var id = await app.CreateAsync("/comments", new { collection = things, item = 1, comment = text });
        await (await app.Admin.GetAsync($"/comments/{id}?fields=comment,item,collection")).ShouldBeDataAsync(
            $$"""{"comment":"{{text}}","item":"1","collection":"{{things}}"}""");

        var rpc = new CommentsService.CommentsServiceClient(app.Admin.Rpc);
        Assert.Equal(text, (await rpc.GetCommentAsync(new() { Id = id })).Comment.Comment_);
        var made = await rpc.CreateCommentsAsync(new() { Comments = { new Comment { Collection = things, Item = "1", Comment_ = "by gRPC" } } });
        await rpc.UpdateCommentAsync(new() { Id = made.Comments.Single().Id, Comment = new() { Comment_ = "changed" } });
        var query = $$"""mutation { create_comments_item(data: { collection: "{{things}}", item: "1", comment: "by GraphQL" }) { comment } }""";
        Assert.Contains("by GraphQL", await (await app.Admin.PostAsync("/graphql/system", new { query })).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        await (await app.Admin.GetAsync($"/comments?filter[collection][_eq]={things}&fields=comment&sort=date_created")).ShouldBeDataAsync(
            $$"""[{"comment":"{{text}}"},{"comment":"changed"},{"comment":"by GraphQL"}]""");
        await rpc.DeleteCommentAsync(new() { Id = id });
        await (await app.Admin.GetAsync($"/comments/{id}")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task It_needs_a_text_and_an_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        foreach (var comment in (object[])[new { }, new { collection = things, item = "1" }, new { collection = things, item = "1", comment = "" },
            new { collection = things, comment = "x" }, new { item = "1", comment = "x" }, new { collection = things, item = "1", comment = 5 }])
            await (await app.Admin.PostAsync("/comments", comment)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync("/comments", new { collection = "nowhere", item = "1", comment = "x" }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PostAsync("/comments", new { collection = "directus_sessions", item = "1", comment = "x" }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Nobody_comments_on_what_they_may_not_read_nor_puts_a_comment_there(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, closed) = (await ThingsAsync(app), await ThingsAsync(app));
        var writer = await app.SignInAsync(May.Read(things).Where(new { id = new { _eq = 1 } }), May.Create(Comments), May.Read(Comments),
            May.Update(Comments));
        var rpc = new CommentsService.CommentsServiceClient(writer.Rpc);

        foreach (var (collection, item) in ((string, string)[])[(things, "2"), (things, "77"), (things, "x"), (closed, "1")])
        {
            await (await writer.PostAsync("/comments", new { collection, item, comment = "x" })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await rpc.CreateCommentsAsync(new() { Comments = { new Comment { Collection = collection, Item = item, Comment_ = "x" } } })
                .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }

        var own = (await (await writer.PostAsync("/comments", new { collection = things, item = "1", comment = "mine" }))
            .DataAsync())!["id"]!.ToString();
        foreach (var change in (object[])[new { item = "2" }, new { collection = closed }])
            await (await writer.PatchAsync($"/comments/{own}", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await writer.PatchAsync($"/comments/{own}?fields=comment,item", new { comment = "changed" })).ShouldBeDataAsync(
            """{"comment":"changed","item":"1"}""");
    }

    internal static async Task<string> ThingsAsync(TestApp app)
    {
        var things = await app.CreateCollectionAsync("name");
        foreach (var name in (string[])["one", "two"]) await app.CreateAsync($"/items/{things}", new { name });
        return things;
    }
}
