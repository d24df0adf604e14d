using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Versions as their readers see them: what they hold without the marks of its storage, and of each item in it the fields that
/// the reader may read.</summary>
internal sealed class VersionList(StoredItems stored, StoredVersions versions) : IItemSource
{
    private const string Key = "id";
    private const string Collection = "collection";
    private const string Item = "item";

    // What a version holds can only be understood as content of its item.
    private static readonly string[] Needed = [Key, Collection, Item];

    public bool Takes(Caller caller, ItemRead read) => read.Collection == SystemCollections.Versions
        && read.Query is { Aggregates.IsEmpty: true, GroupBy.IsEmpty: true, Alias.IsEmpty: true }
        && IsAsked(read.Query, HeldContent.Delta) && !read.Query.Fields.Any(field => IsOf(field, Collection) && !field.Children.IsEmpty);

    public async Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        var shown = HeldContent.IsShown(caller.Access);
        var named = read.Query.Fields.Any(field => IsOf(field, HeldContent.Delta));
        if (named && !shown) throw DirectusException.Forbidden(SystemCollections.Versions, HeldContent.Delta);
        var added = shown ? Needed.Where(name => !IsAsked(read.Query, name)).ToArray() : [];
        // An empty list of fields is all of them.
        var fields = read.Query.Fields.IsEmpty ? [Plain("*")] : read.Query.Fields;
        if (!caller.Access.IsUnrestricted) fields = fields.RemoveAll(field => IsOf(field, HeldContent.Delta));
        var query = read.Query with { Fields = FieldSelection.Union([.. added.Select(Plain)], fields) };
        using var rows = new MemorySink();
        var meta = await stored.ReadAsync(caller, read with { Query = query }, rows, cancellation);
        var answer = JsonNode.Parse(rows.Written.Span)!;
        JsonObject[] items = answer is JsonArray list ? [.. list.OfType<JsonObject>()] : [answer.AsObject()];
        if (shown) await ShowAsync(caller, items, added, cancellation);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        answer.WriteTo(json);
        return meta;
    }

    private async Task ShowAsync(Caller caller, JsonObject[] rows, string[] added, CancellationToken cancellation)
    {
        var ids = rows.Select(row => Guid.Parse(row[Key]!.ToString())).ToList();
        var deltas = await versions.DeltasAsync(ids, cancellation);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i][HeldContent.Delta] = Shown(caller, rows[i], deltas.GetValueOrDefault(ids[i]));
            foreach (var name in added) rows[i].Remove(name);
        }
    }

    // Of a collection that is gone, or that the reader does not know, nothing is told.
    private static JsonObject? Shown(Caller caller, JsonObject row, JsonObject? delta) =>
        delta is not null && row[Collection]?.ToString() is { } name && caller.Schema.TryGetCollection(name, out var collection)
            && caller.Access.Allows(name, AccessAction.Read)
            ? VersionDelta.ShownWhole(caller, collection, row[Item]!.ToString(), delta)
            : null;

    private static bool IsAsked(ItemQuery query, string name) =>
        query.Fields.IsEmpty || query.Fields.Any(field => field.IsWildcard || IsOf(field, name));

    private static FieldSelection Plain(string name) => new(new FieldPath(name), []);

    private static bool IsOf(FieldSelection field, string name) => field.Step == new FieldPath(name);
}
