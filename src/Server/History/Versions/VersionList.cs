using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Versions as their readers see them: what they hold without the marks of its storage, and of each item in it the fields that
/// the reader may read.</summary>
internal sealed class VersionList(StoredItems stored) : IItemSource
{
    private const string Delta = "delta";
    private const string Collection = "collection";
    private const string Item = "item";

    // What a version holds can only be understood as content of its item.
    private static readonly string[] Needed = [Collection, Item];

    public bool Takes(Caller caller, ItemRead read) => read.Collection == SystemCollections.Versions
        && read.Query is { Aggregates.IsEmpty: true, GroupBy.IsEmpty: true, Alias.IsEmpty: true }
        && IsAsked(read.Query, Delta) && !read.Query.Fields.Any(field => IsOf(field, Collection) && !field.Children.IsEmpty);

    public async Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        var added = Needed.Where(name => !IsAsked(read.Query, name)).ToArray();
        var query = read.Query with { Fields = FieldSelection.Union(read.Query.Fields, [.. added.Select(Plain)]) };
        using var rows = new MemorySink();
        var meta = await stored.ReadAsync(caller, read with { Query = query }, rows, cancellation);
        var answer = JsonNode.Parse(rows.Written.Span)!;
        foreach (var row in answer is JsonArray list ? list.OfType<JsonObject>() : [answer.AsObject()])
        {
            row[Delta] = Shown(caller, row);
            foreach (var name in added) row.Remove(name);
        }

        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        answer.WriteTo(json);
        return meta;
    }

    // Of a collection that is gone, or that the reader does not know, nothing is told.
    private static JsonObject? Shown(Caller caller, JsonObject row) =>
        row[Delta] is JsonObject delta && row[Collection]?.ToString() is { } name && caller.Schema.TryGetCollection(name, out var collection)
            && caller.Access.Allows(name, AccessAction.Read)
            ? VersionDelta.ShownWhole(caller, collection, row[Item]!.ToString(), delta)
            : null;

    private static bool IsAsked(ItemQuery query, string name) =>
        query.Fields.IsEmpty || query.Fields.Any(field => field.IsWildcard || IsOf(field, name));

    private static FieldSelection Plain(string name) => new(new FieldPath(name), []);

    private static bool IsOf(FieldSelection field, string name) => field.Step == new FieldPath(name);
}
