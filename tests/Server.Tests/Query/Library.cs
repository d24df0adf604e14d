using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>A small model: articles have an author and many comments.</summary>
internal static class Library
{
    public static SchemaSnapshot Schema { get; } = new(1,
    [
        new Collection("articles", [Key("articles"), Column("articles", "title", FieldType.String), Column("articles", "secret", FieldType.String),
            Column("articles", "pages", FieldType.Integer), Column("articles", "price", FieldType.Decimal), Column("articles", "author", FieldType.Integer),
            Column("articles", "token", FieldType.String, FieldSpecials.Conceal), Alias("articles", "comments")]),
        new Collection("authors", [Key("authors"), Column("authors", "name", FieldType.String), Alias("authors", "articles")]),
        new Collection("comments", [Key("comments"), Column("comments", "text", FieldType.Text), Column("comments", "article", FieldType.Integer)]),
    ],
    [
        new Relation { ManyCollection = "articles", ManyField = "author", OneCollection = "authors", OneField = "articles" },
        new Relation { ManyCollection = "comments", ManyField = "article", OneCollection = "articles", OneField = "comments" },
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
        Column = new ColumnSchema { Name = name, DataType = type switch { FieldType.Integer => "integer", FieldType.Decimal => "numeric", _ => "text" } },
    };

    private static Field Alias(string collection, string name) =>
        new() { Collection = collection, Name = name, Type = FieldType.Alias, Specials = FieldSpecials.O2M };
}
