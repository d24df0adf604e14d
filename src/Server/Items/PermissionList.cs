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
internal static class PermissionList
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public static bool IsAskedFor(Caller caller, ItemRead.List read) => read.Collection == SystemCollections.Permissions && caller.Principal.App
        && read is { Keys: null, Query: { Export: null, Aggregates.IsEmpty: true, GroupBy.IsEmpty: true } };

    public static ItemRead Whole(ItemRead.List read) => read with { Query = read.Query with { Limit = -1, Offset = 0, Page = null } };

    /// <summary>Writes the array of stored permissions with the others at its end.</summary>
    public static void Write(ReadOnlySpan<byte> stored, FilterNode filter, PlanVariables variables, JsonSink sink)
    {
        var checker = new RuleChecker(new VariableResolver(variables, ofRules: false));
        sink.Write(stored[..^1]);
        var first = stored.Length == 2;
        var listed = AppPermissions.Listed.Where(row => checker.Check(filter, new RuledItem(_ => true, name => ValueOf(row, name))).Count == 0);
        foreach (var row in listed)
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
