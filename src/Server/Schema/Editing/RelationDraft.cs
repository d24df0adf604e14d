using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A relation that is asked for.</summary>
/// <param name="Related">Collection of the one side; null for many-to-any.</param>
/// <param name="Meta">Values of the row of directus_relations, beside its identity.</param>
internal sealed record RelationDraft(string Collection, string Field, string? Related, List<MetaValue> Meta,
    ReferentialAction OnDelete, ReferentialAction OnUpdate)
{
    private static readonly string ActionNames = string.Join(", ",
        Enum.GetValues<ReferentialAction>().Select(action => action.ToSql()));

    /// <summary>The row of directus_relations.</summary>
    public IReadOnlyList<MetaValue> Row =>
        [new MetaValue("many_collection", Collection), new MetaValue("many_field", Field), new MetaValue("one_collection", Related), .. Meta];

    public static RelationDraft Parse(JsonElement body)
    {
        JsonInput.RequireObject(body);
        JsonInput.AllowOnly(body, "collection", "field", "related_collection", "meta", "schema");
        var collection = JsonInput.Text(body, "collection", "collection") ?? throw SchemaRefusals.Required("collection");
        var field = JsonInput.Text(body, "field", "field") ?? throw SchemaRefusals.Required("field");
        var related = JsonInput.Text(body, "related_collection", "related_collection");
        var key = JsonInput.Object(body, "schema");
        return new RelationDraft(collection, field, related, JsonInput.Object(body, "meta") is { } meta ? Values(meta) : [],
            Action(key, "on_delete") ?? ReferentialAction.NoAction, Action(key, "on_update") ?? ReferentialAction.NoAction);
    }

    public ForeignKeyDefinition KeyTo(string primaryKey) => new(Related!, primaryKey, OnDelete, OnUpdate);

    /// <summary>Settings → values of the row of directus_relations.</summary>
    public static List<MetaValue> Values(JsonElement meta)
    {
        var values = MetaValues.Parse(SystemCollections.Relations, meta, "id", "many_collection", "many_field", "one_collection");
        if (values.FirstOrDefault(value => value.Column == "one_deselect_action") is { Value: not null and not ("nullify" or "delete") })
        {
            throw SchemaRefusals.MustBe("meta.one_deselect_action", "one of [nullify, delete]");
        }

        return values;
    }

    /// <summary>`on_delete` or `on_update`; null when it is not given.</summary>
    public static ReferentialAction? Action(JsonElement? schema, string name)
    {
        if (schema is not { } asked || JsonInput.Text(asked, name, $"schema.{name}") is not { } text) return null;
        return ReferentialActions.TryParse(text, out var action) && text == action.ToSql()
            ? action
            : throw SchemaRefusals.MustBe($"schema.{name}", $"one of [{ActionNames}]");
    }

    /// <summary>Whether a column of the one kind can refer to a key of the other.</summary>
    public static bool Fit(SqlKind many, SqlKind one) => many == one || (IsWhole(many) && IsWhole(one));

    private static bool IsWhole(SqlKind kind) => kind is SqlKind.Integer or SqlKind.BigInteger;
}
