using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Directus.Grpc.Utils.V1;
using Directus.Grpc.Versions.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>Versions are the same over gRPC and GraphQL.</summary>
public sealed class VersionFaceTests
{
    [Theory, EachDatabase]
    public async Task A_version_is_made_saved_compared_and_promoted_over_gRPC(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var versions = new VersionsService.VersionsServiceClient(app.Admin.Rpc);
        var made = await versions.CreateVersionsAsync(new()
        {
            Versions = { new ContentVersion { Key = "draft", Collection = drafts.Articles,
            Item = "1" } }
        });
        var id = made.Versions.Single().Id;
        var saved = await versions.SaveVersionAsync(new() { Id = id, Data = new() { Fields = { ["title"] = Value.ForString("drafted") } } });
        Assert.Equal("drafted", saved.Item.Fields["title"].StringValue);

        var items = new ItemsService.ItemsServiceClient(app.Admin.Rpc);
        var read = await items.GetItemAsync(new()
        {
            Collection = drafts.Articles, Key = "1",
            Query = new() { Version = "draft", Fields = { "title" } }
        });
        Assert.Equal("drafted", read.Item.Fields["title"].StringValue);
        var compared = await versions.CompareVersionAsync(new() { Id = id });
        Assert.Equal((false, "drafted", "one"),
            (compared.Outdated, compared.Current.Fields["title"].StringValue, compared.Main.Fields["title"].StringValue));
        Assert.Equal("drafted", (await versions.GetVersionAsync(new() { Id = id })).Version.Delta.Fields["title"].StringValue);

        await versions.PromoteVersionAsync(new() { Id = id }).ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        Assert.Equal("1", (await versions.PromoteVersionAsync(new() { Id = id, MainHash = compared.MainHash, Fields = { "title" } })).Item);
        await versions.PromoteVersionAsync(new() { Id = id, MainHash = compared.MainHash })
            .ShouldFailAsync(StatusCode.FailedPrecondition, "UNPROCESSABLE_CONTENT");
        await versions.UpdateVersionAsync(new() { Id = id, Version = new() { Item = "2" } })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        await versions.DeleteVersionAsync(new() { Id = id });
        Assert.Empty((await versions.ListVersionsAsync(new() { Keys = { id } })).Versions);
    }

    [Theory, EachDatabase]
    public async Task GraphQL_reads_an_item_as_its_version_has_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new { title = "drafted", author = new { name = "New" } });
        var query = $$"""
            { as: {{drafts.Articles}}_by_id(id: 1, version: "draft") { title author { name } }
              key: {{drafts.Articles}}_by_id(id: 1, version: "draft") { author { id } }
              raw: {{drafts.Articles}}_by_version(id: 1, version: "draft") { id title author } }
            """;
        var whole = JsonNode.Parse(await (await app.Admin.PostAsync("/graphql", new { query })).Content.ReadAsStringAsync())!;
        var answer = whole["data"]!;
        // A key that is sure in the language can't be told as none.
        Assert.Equal("UNPROCESSABLE_CONTENT", whole["errors"]!.AsArray().Single()!["extensions"]!["code"]!.ToString());
        Assert.Equal("""{"title":"drafted","author":{"name":"New"}}""", answer["as"]!.ToJsonString());
        Assert.Equal("""{"id":"1","title":"drafted","author":{"name":"New"}}""", answer["raw"]!.ToJsonString());

        var create = $$"""mutation { create_versions_item(data: { key: "graph", collection: "{{drafts.Articles}}", item: "1" }) { key hash } }""";
        var made = JsonNode.Parse(await (await app.Admin.PostAsync("/graphql/system", new { query = create })).Content.ReadAsStringAsync())!;
        Assert.Equal("graph", made["data"]!["create_versions_item"]!["key"]!.ToString());
        var stolen = $$"""mutation { update_versions_item(id: "{{version}}", data: { item: "2" }) { key } }""";
        Assert.Contains("INVALID_PAYLOAD", await (await app.Admin.PostAsync("/graphql/system", new { query = stolen })).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }
}
