using Directus.Grpc.Schema.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;
using Field = Directus.Grpc.Schema.V1.Field;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Changes of many collections and fields at once, and of a column, over gRPC.</summary>
public sealed class BatchCallTests
{
    [Theory, EachDatabase]
    public async Task Collections_are_made_and_changed_together_or_not_at_all(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (one, two) = ($"b_{Guid.NewGuid():N}"[..14], $"b_{Guid.NewGuid():N}"[..14]);
        var made = await app.Admin.Collections.CreateCollectionsAsync(new() { Collections = { Table(one), Table(two) } });
        Assert.Equal([one, two], made.Collections.Select(collection => collection.Collection_));
        await app.Admin.Collections.CreateCollectionsAsync(new() { Collections = { Table($"{one}x"), Table(two) } })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        await app.Admin.Collections.GetCollectionAsync(new() { Collection = $"{one}x" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");

        var changed = await app.Admin.Collections.UpdateCollectionsAsync(new() { Collections = { Note(two, "b"), Note(one, "a") } });
        Assert.Equal([(two, "b"), (one, "a")], changed.Collections.Select(collection => (collection.Collection_, collection.Meta.Note)));
        await app.Admin.Collections.UpdateCollectionsAsync(new() { Collections = { Note(one, "lost"), Note("nowhere", "x") } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal("a", (await app.Admin.Collections.GetCollectionAsync(new() { Collection = one })).Collection.Meta.Note);
        await app.Anonymous.Collections.UpdateCollectionsAsync(new() { Collections = { Note(one, "lost") } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Fields_change_settings_type_and_column_with_their_values(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title", "pages:integer");
        await app.CreateAsync($"/items/{books}", new { title = "One", pages = 7 });

        var typed = (await app.Admin.Fields.UpdateFieldAsync(new()
        {
            Collection = books, Field = "pages", Type = "string",
            Schema = Parts(("max_length", Value.ForNumber(20)), ("default_value", Value.ForString("0")))
        })).Field;
        Assert.Equal(("string", 20, "0"), (typed.Type, typed.Schema.MaxLength, typed.Schema.DefaultValue.StringValue));
        var unique = (await app.Admin.Fields.UpdateFieldAsync(new()
        {
            Collection = books, Field = "title",
            Schema = Parts(("is_unique", Value.ForBool(true)), ("is_nullable", Value.ForBool(false)))
        })).Field;
        Assert.True(unique.Schema.IsUnique);
        Assert.False(unique.Schema.IsNullable);
        await (await app.Admin.GetAsync($"/items/{books}?fields=title,pages")).ShouldBeDataAsync("""[{"title":"One","pages":"7"}]""");
        await app.Admin.Fields.UpdateFieldAsync(new() { Collection = books, Field = "title", Type = "integer", Schema = new Struct() })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");

        var both = await app.Admin.Fields.UpdateFieldsAsync(new() { Collection = books, Fields = { Noted("pages", "p"), Noted("title", "t") } });
        Assert.Equal([("pages", "p"), ("title", "t")], both.Fields.Select(field => (field.Field_, field.Meta.Note)));
        await app.Admin.Fields.UpdateFieldsAsync(new() { Collection = books, Fields = { Noted("pages", "lost"), Noted("nowhere", "x") } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal("p", (await app.Admin.Fields.GetFieldAsync(new() { Collection = books, Field = "pages" })).Field.Meta.Note);
    }

    private static Collection Table(string name) => new() { Collection_ = name, Meta = new CollectionMeta(), Schema = new CollectionSchema() };

    private static UpdateCollectionRequest Note(string collection, string note) =>
        new() { Collection = collection, Meta = Parts(("note", Value.ForString(note))) };

    private static UpdateFieldRequest Noted(string field, string note) => new() { Field = field, Meta = Parts(("note", Value.ForString(note))) };

    private static Struct Parts(params (string Name, Value Value)[] parts)
    {
        var made = new Struct();
        foreach (var (name, value) in parts) made.Fields[name] = value;
        return made;
    }
}
