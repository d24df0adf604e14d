using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>The relation of a column as API v1.1 tells it.</summary>
internal sealed record ColumnRelation(string Type, string Table, string? Junction, string? Left, string? Right)
{
    public const string ManyToOne = "MANYTOONE";
    public const string OneToMany = "ONETOMANY";
    public const string ManyToMany = "MANYTOMANY";

    /// <summary>Null for a column that leads nowhere the caller may go.</summary>
    public static ColumnRelation? Of(VisibleSchema visible, Field field)
    {
        if (visible.ToOne(field) is { OneCollection: { } one })
            return new ColumnRelation(ManyToOne, LegacyTables.NameOf(one) ?? one, null, null, field.Name);
        if (visible.ToMany(field) is not { } list) return null;
        if (list.JunctionField is not { } far || !field.Has(FieldSpecials.M2M | FieldSpecials.Files))
            return new ColumnRelation(OneToMany, LegacyTables.NameOf(list.ManyCollection) ?? list.ManyCollection, null, null, list.ManyField);
        // Who may read the junction may still not read what it leads to.
        return visible.Schema[list.ManyCollection].TryGetField(far, out var key) && visible.ToOne(key) is { OneCollection: { } other }
            ? new ColumnRelation(ManyToMany, LegacyTables.NameOf(other) ?? other, list.ManyCollection, list.ManyField, far)
            : null;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, Type);
        json.WriteString("related_table"u8, Table);
        json.WriteString("junction_table"u8, Junction);
        json.WriteString("junction_key_left"u8, Left);
        json.WriteString("junction_key_right"u8, Right);
        json.WriteEndObject();
    }
}
