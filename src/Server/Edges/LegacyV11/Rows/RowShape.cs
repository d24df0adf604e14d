using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>What of a table's rows is told: these columns, and of some of them the rows that they lead to.</summary>
internal sealed record RowShape(LegacyTable Table, ImmutableArray<ShownColumn> Columns)
{
    /// <summary>Whether each column is a field of the same name.</summary>
    public bool IsDirect { get; } = Columns.Length > 0 && Columns.All(shown => shown.Column.IsField);

    /// <summary>The column of a field, which is mostly the one in its place; null for none.</summary>
    public ShownColumn? At(int place, ref Utf8JsonReader field)
    {
        if (place < Columns.Length && field.ValueTextEquals(Columns[place].Column.Source)) return Columns[place];
        foreach (var shown in Columns)
            if (field.ValueTextEquals(shown.Column.Source)) return shown;
        return null;
    }

    /// <summary>What has to be read for it.</summary>
    public ImmutableArray<FieldSelection> Fields()
    {
        var fields = new List<FieldSelection>();
        foreach (var shown in Columns)
        {
            if (shown.Column is { Hidden: false, Made: { } made }) fields.AddRange(made.Reads);
            if (shown.Column is not { Source: { } source, Hidden: false, Made: null }
                || fields.Any(field => field.Step.Name == source && field.Children.IsEmpty == shown.Rows is null)) continue;
            fields.Add(new FieldSelection(new FieldPath(source), shown.Fields()));
        }

        // Rows of constants alone are read by their keys.
        return fields.Count > 0 ? FieldSelection.Union([], [.. fields]) : [new FieldSelection(new FieldPath(Table.Key.Source!), [])];
    }
}

/// <summary>A column that is told.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rows">What of the rows that it leads to; null for its own value.</param>
internal sealed record ShownColumn(LegacyColumn Column, RowShape? Rows)
{
    /// <summary>Its name, as it is written.</summary>
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(Column.Name, Server.Items.Rows.RowJson.WriterOptions.Encoder);

    /// <summary>Whether its values are told as they are.</summary>
    public bool IsCopied { get; } = Rows is null && Column.Form.IsPlain;

    public ImmutableArray<FieldSelection> Fields()
    {
        if (Rows is null) return [];
        return Column.Relation is { Far: { } far } ? [new FieldSelection(new FieldPath(far), Rows.Fields())] : Rows.Fields();
    }
}
