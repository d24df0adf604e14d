using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Authors with books (unlinked when left out, numbered) and notes (deleted when left out); books with tags.</summary>
internal sealed record Library(string Authors, string Books, string Notes, string Tags, string BookTags)
{
    public static async Task<Library> CreateAsync(TestApp app)
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        var library = new Library($"a_{mark}", $"b_{mark}", $"n_{mark}", $"t_{mark}", $"bt_{mark}");
        await app.CreateCollectionAsync(library.Authors, [Key, Text("name"), List("books", "o2m"), List("notes", "o2m")]);
        await app.CreateCollectionAsync(library.Books, [Key, Text("title"), Number("author"), Number("place"), List("tags", "m2m")]);
        await app.CreateCollectionAsync(library.Notes, [Key, Required("text"), Number("author")]);
        await app.CreateCollectionAsync(library.Tags, [Key, Text("label")]);
        await app.CreateCollectionAsync(library.BookTags, [Key, Number("book"), Number("tag")]);
        await RelateAsync(app, library.Books, "author", library.Authors, new { one_field = "books", sort_field = "place" });
        await RelateAsync(app, library.Notes, "author", library.Authors, new { one_field = "notes", one_deselect_action = "delete" });
        await RelateAsync(app, library.BookTags, "book", library.Books,
            new { one_field = "tags", junction_field = "tag", one_deselect_action = "delete" });
        await RelateAsync(app, library.BookTags, "tag", library.Tags, new { junction_field = "book" });
        return library;
    }

    private static async Task RelateAsync(TestApp app, string collection, string field, string related, object meta)
    {
        var reply = await app.Admin.PostAsync("/relations",
            new { collection, field, related_collection = related, meta, schema = new { on_delete = "SET NULL" } });
        await reply.DataAsync();
    }

    private static object Key =>
        new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } };

    private static object Text(string field) => new { field, type = "string", schema = new { }, meta = new { } };

    private static object Required(string field) => new { field, type = "string", schema = new { is_nullable = false }, meta = new { } };

    private static object Number(string field) => new { field, type = "integer", schema = new { }, meta = new { } };

    private static object List(string field, string special) => new { field, type = "alias", meta = new { special = new[] { special } } };
}
