using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Presets of relations are written as if the item had said so, with the caller's rights on the other items.</summary>
public sealed class NestedPresetTests
{
    [Theory, EachDatabase]
    public async Task Items_get_the_related_items_of_presets(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Tags}", new { label = "crime" });
        var writer = await app.SignInAsync(May.Read(library.Books), May.Read(library.Authors), May.Read(library.BookTags), May.Read(library.Tags),
            May.Create(library.Authors), May.Create(library.BookTags),
            May.Create(library.Books, "title").Presetting(new { author = new { name = "$CURRENT_USER" }, tags = new[] { new { tag = 1 } } }));
        var me = (string)(await (await writer.GetAsync("/users/me?fields=id")).DataAsync())!["id"]!;
        var path = $"/items/{library.Books}?fields=title,author.name,tags.tag.label";
        var preset = $$""" "author":{"name":"{{me}}"},"tags":[{"tag":{"label":"crime"} }] """;

        await (await writer.PostAsync(path, new { title = "rest" })).ShouldBeDataAsync("{\"title\":\"rest\"," + preset + "}");
        await writer.Items.CreateItemsAsync(new CreateItemsRequest { Collection = library.Books, Items = { Struct.Parser.ParseJson("""{"title":"grpc"}""") } });
        await (await writer.GetAsync($"{path}&filter[title][_eq]=grpc")).ShouldBeDataAsync("[{\"title\":\"grpc\"," + preset + "}]");
    }

    [Theory, EachDatabase]
    public async Task Given_values_come_first_and_a_key_links(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Ann" });
        var writer = await app.SignInAsync(May.Read(library.Books), May.Read(library.Authors), May.Create(library.Authors), May.Read(library.Notes),
            May.Create(library.Notes).Presetting(new { author = new { name = "of a note" } }), May.Update(library.Authors),
            May.Create(library.Books).Presetting(new { author = new { id = 1 } }));

        await (await writer.PostAsync($"/items/{library.Books}?fields=author.name", new { title = "x" })).ShouldBeDataAsync("""{"author":{"name":"Ann"}}""");
        await (await writer.PostAsync($"/items/{library.Books}?fields=author.name", new { author = (int?)null })).ShouldBeDataAsync("""{"author":null}""");
        // Within a list the item around is the one that is referred to.
        await (await writer.PatchAsync($"/items/{library.Authors}/1?fields=notes.text",
            new { notes = new { create = new[] { new { text = "n" } } } }))
            .ShouldBeDataAsync("""{"notes":[{"text":"n"}]}""");
        await (await writer.GetAsync($"/items/{library.Authors}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"1"}]""");
    }

    [Theory, EachDatabase]
    public async Task What_a_preset_nests_needs_the_rights_of_the_caller(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var writer = await app.SignInAsync(May.Read(library.Books), May.Create(library.Books).Presetting(new { author = new { name = "x" } }));

        await (await writer.PostAsync($"/items/{library.Books}", new { title = "x" })).ShouldBeErrorAsync(403, "FORBIDDEN");

        await (await app.Admin.GetAsync($"/items/{library.Books}")).ShouldBeDataAsync("[]");
    }
}
