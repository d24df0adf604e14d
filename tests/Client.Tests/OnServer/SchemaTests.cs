using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class SchemaTests
{
    [Theory, EachDatabase]
    public async Task Collections_fields_and_relations_come_back_as_they_are(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var schema = app.Admin.Schema;
        var authors = await app.CreateCollectionAsync(NewField.UuidKey());
        var translations = new JsonArray(new JsonObject { ["language"] = "en-US", ["translation"] = "Things" });
        var meta = new CollectionMeta { Note = "Things", Sort = 3, Translations = translations };
        var name = $"c_{Guid.NewGuid():N}"[..14];

        var collection = await schema.CreateCollectionAsync(new Collection { Name = name, Meta = meta, Schema = new(), Fields = [NewField.Key()] });
        var column = new FieldSchema { NumericPrecision = 10, NumericScale = 2, DefaultValue = 1.5 };
        var price = await schema.CreateFieldAsync(name, NewField.Of("price", "decimal") with { Schema = column });
        await schema.CreateFieldAsync(name, NewField.Of("author", "uuid"));
        var relation = await schema.CreateRelationAsync(name, "author", authors, oneField: "things", onDelete: "CASCADE");

        Assert.Equal((name, "Things", 3), (collection.Name, collection.Meta!.Note, collection.Meta.Sort));
        Assert.Equal("en-US", (string?)collection.Meta.Translations![0]!["language"]);
        Assert.Equal(("price", "decimal", 10, 2), (price.Name, price.Type, price.Schema!.NumericPrecision, price.Schema.NumericScale));
        Assert.Equal((authors, "things", "CASCADE"), (relation.RelatedCollection, relation.Meta!.OneField, relation.Schema!.OnDelete));
        Assert.Equal(["id", "price", "author"], (await schema.ListFieldsAsync(name)).Select(field => field.Name));
        Assert.Contains(await schema.ListCollectionsAsync(), listed => listed.Name == name && listed.Meta?.Note == "Things");

        await schema.DeleteRelationAsync(name, "author");
        await schema.DeleteFieldAsync(name, "price");
        Assert.Equal(["id", "author"], (await schema.ListFieldsAsync(name)).Select(field => field.Name));
    }
}
