using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Column and settings → field.</summary>
internal static class FieldBuilder
{
    private static readonly FrozenDictionary<string, FieldSpecials> Specials = new Dictionary<string, FieldSpecials>
    {
        ["uuid"] = FieldSpecials.Uuid,
        ["date-created"] = FieldSpecials.DateCreated,
        ["date-updated"] = FieldSpecials.DateUpdated,
        ["user-created"] = FieldSpecials.UserCreated,
        ["user-updated"] = FieldSpecials.UserUpdated,
        ["role-created"] = FieldSpecials.RoleCreated,
        ["role-updated"] = FieldSpecials.RoleUpdated,
        ["cast-json"] = FieldSpecials.CastJson,
        ["cast-csv"] = FieldSpecials.CastCsv,
        ["cast-boolean"] = FieldSpecials.CastBoolean,
        ["cast-timestamp"] = FieldSpecials.CastTimestamp,
        ["cast-datetime"] = FieldSpecials.CastDateTime,
        ["hash"] = FieldSpecials.Hash,
        ["conceal"] = FieldSpecials.Conceal,
        ["encrypt"] = FieldSpecials.Encrypt,
        ["no-data"] = FieldSpecials.NoData,
        ["m2o"] = FieldSpecials.M2O,
        ["o2m"] = FieldSpecials.O2M,
        ["m2m"] = FieldSpecials.M2M,
        ["m2a"] = FieldSpecials.M2A,
        ["file"] = FieldSpecials.File,
        ["files"] = FieldSpecials.Files,
        ["translations"] = FieldSpecials.Translations,
    }.ToFrozenDictionary();

    public static Field FromRow(string collection, string name, ColumnSchema? column, JsonObject? meta)
    {
        var names = (meta?["special"] as JsonArray)?.Select(entry => entry!.GetValue<string>()).ToList() ?? [];
        var specials = Parse(names);
        return new Field
        {
            Collection = collection,
            Name = name,
            Column = column,
            Meta = meta,
            Type = column is null ? FieldType.Alias : TypeOf(column, specials, names),
            Specials = specials,
            SpecialNames = names,
            Searchable = Flag(meta, "searchable", true),
            Validation = meta?["validation"],
            ValidationMessage = (string?)meta?["validation_message"],
        };
    }

    public static Field FromSystem(string collection, SystemField field, ColumnSchema? column) => new()
    {
        Collection = collection,
        Name = field.Name,
        Column = column,
        Meta = SystemMeta.Of(collection, field),
        IsSystem = true,
        Type = FieldTypeNames.TryParse(field.Type, out var type) ? type : FieldType.Unknown,
        Specials = Parse(field.Special),
        SpecialNames = field.Special,
    };

    // A special says how a plainer column is to be read.
    public static FieldType TypeOf(ColumnSchema column, FieldSpecials specials, IReadOnlyList<string> names) => specials switch
    {
        _ when column.Kind == SqlKind.Geometry && names.Count > 0 && FieldTypeNames.TryParse(names[0], out var shape) && shape.IsGeometry() => shape,
        _ when (specials & FieldSpecials.CastJson) != 0 => FieldType.Json,
        _ when (specials & FieldSpecials.Hash) != 0 => FieldType.Hash,
        _ when (specials & FieldSpecials.CastCsv) != 0 => FieldType.Csv,
        _ when (specials & FieldSpecials.Uuid) != 0 => FieldType.Uuid,
        _ when (specials & FieldSpecials.CastTimestamp) != 0 => FieldType.Timestamp,
        _ when (specials & FieldSpecials.CastDateTime) != 0 => FieldType.DateTime,
        _ => FieldTypes.Of(column),
    };

    public static FieldSpecials Parse(IEnumerable<string> names) =>
        names.Aggregate(FieldSpecials.None, (all, name) => all | Specials.GetValueOrDefault(name));

    private static bool Flag(JsonObject? meta, string name, bool otherwise) => (bool?)meta?[name] ?? otherwise;
}
