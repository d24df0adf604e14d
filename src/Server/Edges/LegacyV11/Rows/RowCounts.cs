using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>The meta of a list: how many rows it has, and how many there are that the caller may read, whatever it asked for.</summary>
internal sealed class RowCounts
{
    private readonly string _table;
    private readonly int _told;
    private readonly long _all;
    private readonly long[]? _byStatus;

    private RowCounts(string table, int told, long all, long[]? byStatus) => (_table, _told, _all, _byStatus) = (table, told, all, byStatus);

    public static async Task<RowCounts> OfAsync(RowTotals totals, LegacyCall call, LegacyTable table, int told)
    {
        var groups = await totals.OfAsync(call.Caller, table, call.Cancellation);
        var all = groups.Sum(group => group.Count);
        if (table.AllActive) return new RowCounts(table.Name, told, all, [0, all, 0]);
        if (table.Status is not { } status) return new RowCounts(table.Name, told, all, null);
        var counts = new long[3];
        foreach (var (value, count) in groups)
            if (status.Number(value) is { } number) counts[number] += count;
        return new RowCounts(table.Name, told, all, counts);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("table"u8, _table);
        json.WriteString("type"u8, "collection"u8);
        json.WriteNumber("total"u8, _told);
        if (_byStatus is not null)
        {
            json.WriteNumber("Active"u8, _byStatus[RowStatus.Active]);
            json.WriteNumber("Delete"u8, _byStatus[RowStatus.Delete]);
            json.WriteNumber("Draft"u8, _byStatus[RowStatus.Drafted]);
        }

        json.WriteNumber("total_entries"u8, _all);
        json.WriteEndObject();
    }
}
