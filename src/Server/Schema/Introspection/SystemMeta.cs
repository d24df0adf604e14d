using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>`meta` of system collections, fields and relations, which have no rows of their own: what is usual, and what the list of
/// Directus' answers says otherwise. They are the same for every schema, and made once.</summary>
internal static class SystemMeta
{
    private static readonly JsonObject Answers = Load();

    private static readonly FrozenDictionary<string, JsonObject> Collections =
        SystemSchema.Instance.Tables.Values.ToFrozenDictionary(table => table.Name, Make);

    private static readonly FrozenDictionary<(string, string), JsonObject?> Fields = SystemSchema.Instance.Tables.Values
        .SelectMany(table => table.Fields.Select(field => (table.Name, Field: field)))
        .ToFrozenDictionary(entry => (entry.Name, entry.Field.Name), entry => Make(entry.Name, entry.Field));

    public static JsonObject Of(SystemTable table) => Collections[table.Name];

    /// <summary>Null for the few that Directus tells nothing of.</summary>
    public static JsonObject? Of(string collection, SystemField field) => Fields[(collection, field.Name)];

    public static JsonObject Of(SystemRelation relation) => new()
    {
        ["many_collection"] = relation.ManyCollection,
        ["many_field"] = relation.ManyField,
        ["one_collection"] = relation.OneCollection,
        ["one_field"] = relation.OneField,
        ["one_allowed_collections"] = null,
        ["one_collection_field"] = null,
        ["one_deselect_action"] = relation.OneDeselectAction,
        ["junction_field"] = relation.JunctionField,
        ["sort_field"] = relation.SortField,
        ["system"] = true,
    };

    private static JsonObject Make(SystemTable table) => With(new JsonObject
    {
        ["collection"] = table.Name,
        ["hidden"] = false,
        ["singleton"] = table.Singleton,
        ["icon"] = null,
        ["note"] = $"$t:directus_collection.{table.Name}",
        ["translations"] = null,
        ["display_template"] = null,
        ["accountability"] = table.Accountability,
        ["system"] = true,
    }, Answers["collections"]![table.Name]);

    private static JsonObject? Make(string collection, SystemField field)
    {
        var told = Answers["fields"]![collection]!.AsObject();
        if (told.TryGetPropertyValue(field.Name, out var answer) && answer is null) return null;
        return With(new JsonObject
        {
            ["system"] = true,
            ["collection"] = collection,
            ["field"] = field.Name,
            ["special"] = field.Special.IsEmpty ? null : new JsonArray([.. field.Special.Select(entry => JsonValue.Create(entry))]),
            ["interface"] = null,
            ["options"] = null,
            ["display"] = null,
            ["display_options"] = null,
            ["readonly"] = false,
            ["hidden"] = false,
            ["sort"] = null,
            ["width"] = "full",
            ["group"] = null,
            ["translations"] = null,
            ["note"] = null,
            ["conditions"] = null,
            ["required"] = false,
            ["searchable"] = true,
        }, answer);
    }

    private static JsonObject With(JsonObject usual, JsonNode? answer)
    {
        foreach (var (name, value) in answer?.AsObject() ?? []) usual[name] = value?.DeepClone();
        return usual;
    }

    private static JsonObject Load()
    {
        using var stream = typeof(SystemMeta).Assembly.GetManifestResourceStream("system-meta.json")
            ?? throw new InvalidOperationException("The settings of the system fields are missing from the program.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
