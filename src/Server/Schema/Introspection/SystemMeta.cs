using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>`meta` of system collections, fields and relations, which have no rows of their own.</summary>
internal static class SystemMeta
{
    public static JsonObject Of(SystemTable table) => new()
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
    };

    public static JsonObject Of(string collection, SystemField field) => new()
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
    };

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
}
