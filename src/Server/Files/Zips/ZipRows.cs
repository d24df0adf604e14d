using System.Runtime.CompilerServices;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>Reads files and folders as their reader may see them, in parts: there may be many. FORBIDDEN for who may see no key.</summary>
internal sealed class ZipRows(ItemReader items, IOptions<QueryLimits> limits)
{
    private const int Part = 1_000;
    private const string Key = "id";

    /// <summary>Those of these keys.</summary>
    public async Task<List<ZipRow>> ByKeyAsync(Caller caller, ZipKind kind, IEnumerable<Guid> keys, CancellationToken cancellation)
    {
        var (query, all) = (Asked(caller, kind), new List<ZipRow>());
        foreach (var part in keys.Distinct().Chunk(Part))
        {
            var read = new ItemRead.List(kind.Collection, query, [.. part.Select(key => JsonSerializer.SerializeToElement(key))]);
            all.AddRange((await ReadAsync(caller, read, cancellation)).Select(row => RowOf(kind, row)).OfType<ZipRow>());
        }

        return all;
    }

    /// <summary>Those that lie in one of these folders. FORBIDDEN for who may not see where they lie.</summary>
    public async IAsyncEnumerable<ZipRow> WithinAsync(Caller caller, ZipKind kind, IEnumerable<Guid> folders,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var size = limits.Value.Max > 0 ? Math.Min(Part, limits.Value.Max) : Part;
        var query = Asked(caller, kind) with { Limit = size, Sort = [new SortTerm([new FieldPath(Key)], Descending: false)] };
        foreach (var part in folders.Chunk(Part))
        {
            var within = new FilterNode.Test(FilterOperators.In, JsonSerializer.SerializeToElement(part));
            var asked = query with { Filter = new FilterNode.At(new FieldPath(kind.Parent), within) };
            for (var offset = 0; ; offset += size)
            {
                var found = await ReadAsync(caller, new ItemRead.List(kind.Collection, asked with { Offset = offset }), cancellation);
                foreach (var row in found)
                    if (RowOf(kind, row) is { Parent: not null } known) yield return known;
                if (found.Count < size) break;
            }
        }
    }

    // What no rule shows the caller is not asked for; where some do, it is null in the rows of the others.
    private static ItemQuery Asked(Caller caller, ZipKind kind) => new()
    {
        Fields = [.. new[] { kind.Name, kind.Parent }.Where(field => caller.Access.Allows(kind.Collection, AccessAction.Read, field))
            .Prepend(Key).Select(field => new FieldSelection(new FieldPath(field), []))],
    };

    private async Task<List<JsonElement>> ReadAsync(Caller caller, ItemRead read, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        await items.ReadAsync(caller, read, sink, cancellation);
        return [.. JsonElement.Parse(sink.Written.Span).EnumerateArray()];
    }

    // Null for one whose key the caller may not see.
    private static ZipRow? RowOf(ZipKind kind, JsonElement row) =>
        Id(row, Key) is { } id ? new ZipRow(id, Text(row, kind.Name), Id(row, kind.Parent)) : null;

    private static Guid? Id(JsonElement row, string field) => Text(row, field) is { } text ? Guid.Parse(text) : null;

    private static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) ? value.GetString() : null;
}
