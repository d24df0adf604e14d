using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Rules;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Items;

/// <summary>The list of permissions as who uses the app sees it: with those that come with the app and stand in no table,
/// whole and after all others. Such a list has no pages.</summary>
internal sealed class PermissionList(StoredItems stored, PlanContexts contexts) : IItemSource
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public bool Takes(Caller caller, ItemRead read) => read.Collection == SystemCollections.Permissions && caller.Principal.App
        && read is ItemRead.List { Keys: null, Query: { Export: null, Aggregates.IsEmpty: true, GroupBy.IsEmpty: true } };

    public async Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        var whole = read with { Query = read.Query with { Limit = -1, Offset = 0, Page = null } };
        using var array = new MemorySink();
        var meta = await stored.ReadAsync(caller, whole, array, cancellation);
        Write(array.Written.Span, Matching(read.Query.Filter, contexts.For(caller).Variables), sink);
        return meta;
    }

    private static IEnumerable<JsonElement> Matching(FilterNode filter, PlanVariables variables)
    {
        var checker = new RuleChecker(new VariableResolver(variables, ofRules: false));
        return AppPermissions.Listed.Where(row => checker.Check(filter, new RuledItem(_ => true, name => ValueOf(row, name))).Count == 0);
    }

    // The array of the stored ones with the others at its end.
    private static void Write(ReadOnlySpan<byte> array, IEnumerable<JsonElement> others, JsonSink sink)
    {
        sink.Write(array[..^1]);
        var first = array.Length == 2;
        foreach (var row in others)
        {
            if (!first) sink.Write(","u8);
            first = false;
            using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
            row.WriteTo(json);
        }

        sink.Write("]"u8);
    }

    // A column that they have no value for is null, as on a stored row.
    private static JsonElement ValueOf(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value : Null;
}
