using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>A small model: articles have an author, a parent, many comments, tags by a junction, and blocks that lead to authors or
/// tags.</summary>
internal static class Library
{
    public static DatabaseSchema Schema { get; } = new(1,
    [
        new Collection("articles", [Key("articles"), Column("articles", "title", FieldType.String), Column("articles", "secret", FieldType.String),
            Column("articles", "pages", FieldType.Integer), Column("articles", "price", FieldType.Decimal),
                Column("articles", "author", FieldType.Integer),
            Column("articles", "token", FieldType.String, FieldSpecials.Conceal), Column("articles", "big", FieldType.BigInteger),
            Column("articles", "ratio", FieldType.Float), Column("articles", "flag", FieldType.Boolean), Column("articles", "day", FieldType.Date),
            Column("articles", "hour", FieldType.Time), Column("articles", "moment", FieldType.DateTime),
                Column("articles", "stamp", FieldType.Timestamp),
            Column("articles", "data", FieldType.Json), Column("articles", "labels", FieldType.Csv), Column("articles", "ident", FieldType.Uuid),
            Column("articles", "parent", FieldType.Integer), Alias("articles", "comments"), Alias("articles", "tags"), Alias("articles", "blocks"),
            Alias("articles", "children")]),
        new Collection("authors", [Key("authors"), Column("authors", "name", FieldType.String), Column("authors", "home", FieldType.GeometryPoint),
            Alias("authors", "articles")]),
        new Collection("comments", [Key("comments"), Column("comments", "text", FieldType.Text), Column("comments", "article", FieldType.Integer)]),
        new Collection("tags", [Key("tags"), Column("tags", "label", FieldType.String), Alias("tags", "articles")]),
        new Collection("article_tags", [Key("article_tags"), Column("article_tags", "article", FieldType.Integer),
            Column("article_tags", "tag", FieldType.Integer), Column("article_tags", "place", FieldType.Integer)]),
        new Collection("blocks", [Key("blocks"), Column("blocks", "article", FieldType.Integer), Column("blocks", "kind", FieldType.String),
            Column("blocks", "item", FieldType.String)]),
    ],
    [
        new Relation { ManyCollection = "articles", ManyField = "author", OneCollection = "authors", OneField = "articles" },
        new Relation { ManyCollection = "articles", ManyField = "parent", OneCollection = "articles", OneField = "children" },
        new Relation { ManyCollection = "comments", ManyField = "article", OneCollection = "articles", OneField = "comments" },
        new Relation { ManyCollection = "article_tags", ManyField = "article", OneCollection = "articles", OneField = "tags", JunctionField = "tag",
            SortField = "place" },
        new Relation { ManyCollection = "article_tags", ManyField = "tag", OneCollection = "tags", OneField = "articles", JunctionField = "article" },
        new Relation { ManyCollection = "blocks", ManyField = "article", OneCollection = "articles", OneField = "blocks", JunctionField = "item" },
        new Relation { ManyCollection = "blocks", ManyField = "item", OneCollectionField = "kind", OneAllowedCollections = ["authors", "tags"] },
    ], []);

    public static AccessRule May(string fields, string? filter = null) => new(
        filter is null ? FilterNode.All : FilterParser.Parse(JsonDocument.Parse(filter).RootElement), fields.Split(',').ToFrozenSet(),
        FilterNode.All, ImmutableDictionary<string, JsonElement>.Empty);

    public static AccessRules Rules(params (string Collection, AccessRule[] Read)[] rules) => new(
        rules.ToDictionary(rule => (rule.Collection, AccessAction.Read), rule => rule.Read.ToImmutableArray()));

    public static PlanContext Context(AccessRules? access = null) => new(Schema, access ?? AccessRules.Unrestricted,
        new PlanVariables(null, null, [], [], DateTimeOffset.UnixEpoch), QueryLimits.Standard);

    public static QueryPlan Plan(string collection, string query, AccessRules? access = null) => QueryPlanner.Plan(Context(access),
        Schema[collection], ItemQueryParser.Parse(JsonDocument.Parse(query).RootElement, QueryLimits.Standard), null);

    private static Field Key(string collection) => new()
    {
        Collection = collection,
        Name = "id",
        Type = FieldType.Integer,
        Column = new ColumnSchema { Name = "id", DataType = "integer", PrimaryKey = true, AutoIncrement = true, Nullable = false },
    };

    private static Field Column(string collection, string name, FieldType type, FieldSpecials specials = FieldSpecials.None) => new()
    {
        Collection = collection,
        Name = name,
        Type = type,
        Specials = specials,
        Column = new ColumnSchema { Name = name, DataType = TypeOf(type), Kind = type.IsGeometry() ? SqlKind.Geometry : SqlKind.Text },
    };

    private static string TypeOf(FieldType type) => type switch
    {
        FieldType.Integer => "integer",
        FieldType.BigInteger => "bigint",
        FieldType.Float => "real",
        FieldType.Decimal => "numeric",
        FieldType.Boolean => "boolean",
        FieldType.Date => "date",
        FieldType.Time => "time without time zone",
        FieldType.DateTime => "timestamp without time zone",
        FieldType.Timestamp => "timestamp with time zone",
        FieldType.Json => "json",
        FieldType.Uuid => "uuid",
        FieldType.GeometryPoint => "POINT",
        _ => "text",
    };

    private static Field Alias(string collection, string name) =>
        new() { Collection = collection, Name = name, Type = FieldType.Alias, Specials = FieldSpecials.O2M };
}
