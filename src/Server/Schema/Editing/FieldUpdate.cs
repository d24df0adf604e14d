using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Changes the column and the settings of a field.</summary>
internal static class FieldUpdate
{
    public static async Task RunAsync(EditSession edit, Field field, JsonElement body)
    {
        edit.Subject = (field.Collection, field.Name);
        JsonInput.RequireObject(body);
        if (field.IsSystem)
        {
            RequireOnlyIndex(body);
        }
        else if (FieldDraftParser.Type(body, field) is { } type && (type == FieldType.Alias) != field.IsAlias)
        {
            throw DirectusException.InvalidPayload("Alias type cannot be changed");
        }

        if (field.Column is { } column && JsonInput.Object(body, "schema") is { } schema)
        {
            var change = FieldChange.Of(field, column, field.IsSystem ? null : FieldDraftParser.Type(body, field), schema);
            if (change.Any) await edit.Tables.AlterColumnAsync(field.Collection, change);
        }

        if (JsonInput.Object(body, "meta") is { } meta) await WriteMetaAsync(edit, field, Meta(meta));
    }

    /// <summary>Makes or drops the index of a field.</summary>
    public static async Task IndexAsync(EditSession edit, Field field, bool indexed)
    {
        edit.Subject = (field.Collection, field.Name);
        var wanted = ExistingColumn.Definition(field.Column!);
        wanted = wanted with { Indexed = indexed && !wanted.Unique };
        FieldDraftParser.Check(wanted with { AutoIncrement = false });
        var change = new ColumnChange(field.Column!, wanted);
        if (change.Any) await edit.Tables.AlterColumnAsync(field.Collection, change);
    }

    /// <summary>Settings → values of the row of directus_fields.</summary>
    public static List<MetaValue> Meta(JsonElement meta) => MetaValues.Parse(SystemCollections.Fields, meta, "id", "collection", "field");

    public static async Task WriteMetaAsync(EditSession edit, Field field, List<MetaValue> values)
    {
        MetaValue inCollection = new("collection", field.Collection), named = new("field", field.Name);
        if (field.Meta is null) await edit.Meta.InsertAsync(SystemCollections.Fields, [inCollection, named, .. values]);
        else await edit.Meta.UpdateAsync(SystemCollections.Fields, values, inCollection, named);
    }

    // The tables of the system are everybody's; an index is a matter of one's own data.
    private static void RequireOnlyIndex(JsonElement body)
    {
        var only = body.EnumerateObject().All(property => property.Name is "collection" or "field"
            || (property.NameEquals("schema") && property.Value.ValueKind == JsonValueKind.Object
                && property.Value.EnumerateObject().All(part => part.NameEquals("is_indexed"))));
        if (!only) throw DirectusException.InvalidPayload("Only \"schema.is_indexed\" may be modified for system fields");
    }
}
