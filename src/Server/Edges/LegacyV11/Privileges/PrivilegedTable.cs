using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>A table that there may be privileges in, with all of its columns.</summary>
internal sealed class PrivilegedTable(Collection collection, LegacyTable table)
{
    public string Name => table.Name;

    public string Collection => collection.Name;

    /// <summary>Whether the app shows it among the tables.</summary>
    public bool Listed => collection.Meta?["hidden"] is not JsonValue hidden || !hidden.TryGetValue<bool>(out var set) || !set;

    /// <summary>The tables of the project, by name.</summary>
    public static IEnumerable<PrivilegedTable> Of(Caller caller) => caller.Schema.Collections.Where(collection => !collection.IsSystem)
        .OrderBy(collection => collection.Name, StringComparer.Ordinal).Select(collection => Find(caller, collection.Name)).OfType<PrivilegedTable>();

    /// <summary>A table of the project or of the system; null for none.</summary>
    public static PrivilegedTable? Find(Caller caller, string name)
    {
        var all = caller with { Access = AccessRules.Unrestricted };
        return LegacyTables.Find(all, name) is { } table ? new PrivilegedTable(caller.Schema[table.Collection], table) : null;
    }

    /// <summary>The field of a rule by which rows are somebody's own; null for none.</summary>
    public string? Owner => collection.Fields.FirstOrDefault(known => known.Has(FieldSpecials.UserCreated))?.Name;

    /// <summary>The columns that are not among these fields; null when each is.</summary>
    public ImmutableArray<string>? Without(IReadOnlySet<string> fields) => fields.Contains("*")
        ? null
        : [.. table.Columns.Where(column => column.Source is { } source && !fields.Contains(source)).Select(column => column.Name)];

    /// <summary>All fields but those of these columns. 404 for a column that there is not.</summary>
    public ImmutableArray<string> FieldsWithout(IReadOnlyList<string> columns)
    {
        if (columns.Count == 0) return ["*"];
        var hidden = columns.Select(column => table.Column(column).Source).ToHashSet();
        return [.. collection.Fields.Where(field => !field.SpecialNames.Contains("no-data") && !hidden.Contains(field.Name))
            .Select(field => field.Name)];
    }
}
