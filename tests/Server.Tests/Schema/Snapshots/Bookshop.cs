using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Planning;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Tests.Schema.Snapshots;

/// <summary>A live schema, books of authors within a folder, the model of it, and plans from there.</summary>
internal static class Bookshop
{
    private static readonly PostgresDialect Dialect = new();

    public static DatabaseSchema Live { get; } = new(1,
    [
        Table("authors", Key("authors"), Text("authors", "name", 100), Alias("authors", "books")),
        Table("books", Key("books"), Text("books", "title", 255), Number("books", "pages"), Number("books", "author", "authors")),
        new Collection("directus_users", [System("directus_users", "id"), System("directus_users", "email")]),
    ],
    [
        new Relation
        {
            ManyCollection = "books", ManyField = "author", OneCollection = "authors", OneField = "books",
            ForeignKey = new ForeignKeySchema("books_author_foreign", "authors", "id", "NO ACTION", "SET NULL"),
            Meta = Json("""{"many_collection":"books","many_field":"author","one_collection":"authors","one_field":"books"}"""),
        },
    ], [Json("""{"collection":"shop","group":null}""")]);

    public static SnapshotDocument Current { get; } = SnapshotReader.Read(Live, Dialect);

    /// <summary>The plan from the live schema to its model with some changes, after some renames.</summary>
    public static SchemaPlan Plan(Action<SnapshotDocument> change, params IReadOnlyList<Rename> renames)
    {
        var renamed = SnapshotRename.Run(Current, renames);
        var wanted = renamed.Copy();
        change(wanted);
        return SchemaPlanner.Plan(Live, renamed, wanted, renames, Dialect.Ddl);
    }

    /// <summary>A part of a model as it is to become.</summary>
    public static void Change<TKey>(this OrderedDictionary<TKey, JsonObject> parts, TKey key, string section, string name, JsonNode? value)
        where TKey : notnull
    {
        var part = (JsonObject)parts[key].DeepClone();
        part[section]![name] = value;
        parts[key] = part;
    }

    public static void AddCollection(this SnapshotDocument model, string name, string? group = null, bool table = true)
    {
        var part = new JsonObject { ["collection"] = name, ["meta"] = new JsonObject { ["collection"] = name, ["group"] = group } };
        if (table) part["schema"] = new JsonObject { ["name"] = name };
        model.Collections.Add(name, part);
    }

    public static void AddField(this SnapshotDocument model, string collection, string field, string type, string column) =>
        model.Fields.Add(new FieldName(collection, field), new JsonObject
        {
            ["collection"] = collection, ["field"] = field, ["type"] = type, ["meta"] = new JsonObject(), ["schema"] = JsonNode.Parse(column),
        });

    public static void AddRelation(this SnapshotDocument model, string collection, string field, string related) =>
        model.Relations.Add(new FieldName(collection, field), new JsonObject
        {
            ["collection"] = collection, ["field"] = field, ["related_collection"] = related, ["meta"] = new JsonObject(),
            ["schema"] = new JsonObject { ["on_delete"] = "CASCADE" },
        });

    private static Collection Table(string name, params Field[] fields) =>
        new(name, [.. fields]) { Meta = new JsonObject { ["collection"] = name, ["group"] = "shop", ["note"] = null } };

    private static Field Key(string collection) => Column(collection, FieldType.Integer, new ColumnSchema
    {
        Name = "id", DataType = "integer", Kind = SqlKind.Integer, Typed = true, Precision = 32, Scale = 0, Nullable = false, PrimaryKey = true,
        AutoIncrement = true, HasDefault = true, Unique = true, DefaultExpression = $"nextval('{collection}_id_seq'::regclass)",
    });

    private static Field Text(string collection, string name, int length) => Column(collection, FieldType.String, new ColumnSchema
    {
        Name = name, DataType = "character varying", Typed = true, MaxLength = length,
    });

    private static Field Number(string collection, string name, string? referred = null) => Column(collection, FieldType.Integer, new ColumnSchema
    {
        Name = name, DataType = "integer", Kind = SqlKind.Integer, Typed = true, Precision = 32, Scale = 0,
        ForeignKey = referred is null ? null : new ForeignKeySchema($"{collection}_{name}_foreign", referred, "id", "NO ACTION", "SET NULL"),
    });

    private static Field Alias(string collection, string name) => new()
    {
        Collection = collection, Name = name, Type = FieldType.Alias, Meta = Meta(collection, name),
    };

    private static Field System(string collection, string name) => new()
    {
        Collection = collection, Name = name, Type = FieldType.String, Meta = Json("""{"system":true}"""), IsSystem = true,
        Column = new ColumnSchema { Name = name, DataType = "character varying", Typed = true, MaxLength = 255, PrimaryKey = name == "id" },
    };

    private static Field Column(string collection, FieldType type, ColumnSchema column) => new()
    {
        Collection = collection, Name = column.Name, Type = type, Column = column, Meta = Meta(collection, column.Name),
    };

    private static JsonObject Meta(string collection, string field) => new() { ["collection"] = collection, ["field"] = field, ["note"] = null };

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
