using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>Bookmarks: lists of those that the caller may read, single ones of their own.</summary>
internal sealed class Bookmarks(LegacyRows rows, RowReader reader, ItemWriter writer)
{
    private const string NotFound = "bookmark_not_found";

    public Task<LegacyAnswer> ListAsync(LegacyCall call) => rows.ListAsync(call, BookmarkTable.Of(call.Caller));

    /// <summary>Those of a user; of the caller when none is named.</summary>
    public Task<LegacyAnswer> ListAsync(LegacyCall call, string user)
    {
        if (user.Length == 0) return rows.ListAsync(call, Own(call));
        var theirs = UuidAlias.Test("user", new LegacyTest(LegacyOperator.Equal, "eq", [user]));
        return rows.ListAsync(call, BookmarkTable.Of(call.Caller, theirs));
    }

    public Task<LegacyAnswer> GetAsync(LegacyCall call, string id) => rows.GetAsync(call, Own(call), id);

    public async Task<LegacyAnswer> CreateAsync(LegacyCall call)
    {
        var (user, fields) = (Preferences.User(call), call.Fields);
        if (PreferenceInput.Text(fields, "title") is not { Length: > 0 } title) throw LegacyErrors.Refused("The column [title] is required");
        var url = PreferenceInput.Text(fields, BookmarkTable.Url) is { Length: > 0 } given ? given : null;
        var name = PreferenceInput.Text(fields, "table_name") is { Length: > 0 } named ? named : url is null ? null : BookmarkTable.TableOf(url);
        if (name is null && url is null) throw LegacyErrors.Refused("A bookmark needs a [table_name] or a [url]");
        var table = name is null ? null : LegacyTables.Readable(call.Caller, name);
        var preset = Preset(fields, table, title);
        var kept = PresetForm.At(PresetForm.At(preset, "layout_query"), PresetForm.Kept);
        if (url is not null && (table is null || url != BookmarkTable.UrlOf(table.Name, title))) kept[BookmarkTable.Url] = url;
        if (PreferenceInput.Text(fields, BookmarkTable.Section) is { Length: > 0 } section) kept[BookmarkTable.Section] = section;
        var keys = await writer.WriteAsync(call.Caller, Preferences.Create(preset, user, table?.Collection, title), call.Cancellation);
        return await rows.GetAsync(call, Own(call), Convert.ToString(keys[0], CultureInfo.InvariantCulture)!);
    }

    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string id)
    {
        var table = Own(call);
        using var found = await reader.FindAsync(call.Caller, new RowShape(table, [new ShownColumn(table.Key, null)]), id, call.Cancellation);
        if (found is null) return LegacyAnswer.Failure(NotFound);
        await writer.WriteAsync(call.Caller, new ItemWrite.Delete(SystemCollections.Presets, [found[0].GetProperty("id")]), call.Cancellation);
        return LegacyAnswer.Success();
    }

    private static JsonObject Preset(JsonElement fields, LegacyTable? table, string title) => table is null
        ? []
        : PresetForm.Change(default, PreferenceInput.Read(table, fields), PresetForm.Usual(table, 0, title));

    private static LegacyTable Own(LegacyCall call) =>
        BookmarkTable.Of(call.Caller, Conditions.Is("user", FilterOperators.Equal, Preferences.User(call).ToString()));
}
