using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>The caller's preferences for tables: presets of theirs without a bookmark, or with the one of a title.</summary>
internal sealed class Preferences(RowReader reader, ItemWriter writer)
{
    public async Task<LegacyAnswer> GetAsync(LegacyCall call, string name)
    {
        var preference = await ReadAsync(call, LegacyTables.Readable(call.Caller, name), call.Parameters.Text("title"));
        return LegacyAnswer.Item(Preference.TableName, preference.Write);
    }

    /// <summary>What is stored for a table; while nothing is, or for who has no presets, what is usual. Writes nothing.</summary>
    public async Task<Preference> ReadAsync(LegacyCall call, LegacyTable table, string? title)
    {
        var user = User(call);
        if (!call.Caller.Access.Allows(SystemCollections.Presets, AccessAction.Read)) return PresetForm.Usual(table, UuidAlias.Of(user), title);
        var preset = await FindAsync(call, Own(user, table, title));
        return preset is { } stored ? PresetForm.Of(stored, table, UuidAlias.Of(user)) : PresetForm.Usual(table, UuidAlias.Of(user), title);
    }

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string name)
    {
        var (user, table) = (User(call), LegacyTables.Readable(call.Caller, name));
        var title = PreferenceInput.Text(call.Fields, "title") ?? call.Parameters.Text("title");
        var given = PreferenceInput.Read(table, call.Fields);
        var stored = await FindAsync(call, Own(user, table, title));
        var before = stored is { } found ? PresetForm.Of(found, table, UuidAlias.Of(user)) : PresetForm.Usual(table, UuidAlias.Of(user), title);
        var change = PresetForm.Change(stored ?? default, given, before);
        var write = before.Id is { } id ? Update(id, change) : Create(change, user, table.Collection, title);
        await writer.WriteAsync(call.Caller, write, call.Cancellation);
        return LegacyAnswer.Item(Preference.TableName, (await ReadAsync(call, table, title)).Write);
    }

    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string name)
    {
        var (user, table) = (User(call), LegacyTables.Readable(call.Caller, name));
        var title = PreferenceInput.Text(call.Fields, "title") ?? call.Parameters.Text("title");
        var id = PreferenceInput.Text(call.Fields, "id") ?? call.Parameters.Text("id");
        var filter = id is null ? Own(user, table, title) : Conditions.All([Of(user, table), Conditions.Is("id", FilterOperators.Equal, Number(id))]);
        if (await FindAsync(call, filter) is not { } stored) throw LegacyErrors.Record(Preference.TableName, id ?? title ?? table.Name);
        await writer.WriteAsync(call.Caller, new ItemWrite.Delete(SystemCollections.Presets, [stored.GetProperty("id")]), call.Cancellation);
        return LegacyAnswer.Success();
    }

    /// <summary>A new preset of a user.</summary>
    public static ItemWrite Create(JsonObject preset, Guid user, string? collection, string? title)
    {
        preset["user"] = user.ToString();
        preset["collection"] = collection;
        preset["bookmark"] = title;
        preset["layout"] = PresetForm.Layout;
        return new ItemWrite.Create(SystemCollections.Presets, [JsonText.Parse(preset.ToJsonString())]);
    }

    /// <summary>Who calls, if it is a user.</summary>
    public static Guid User(LegacyCall call) => call.Caller.Principal.User ?? throw DirectusException.InvalidCredentials();

    private static ItemWrite.Update Update(long id, JsonObject change) =>
        new(SystemCollections.Presets, [JsonSerializer.SerializeToElement(id)], JsonText.Parse(change.ToJsonString()));

    private async Task<JsonElement?> FindAsync(LegacyCall call, FilterNode filter)
    {
        var query = new ItemQuery
        {
            Fields = [.. PresetForm.Fields.Select(field => new FieldSelection(new FieldPath(field), []))],
            Filter = filter,
            Sort = [new SortTerm([new FieldPath("id")], Descending: false)],
            Limit = 1,
        };
        using var rows = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Presets, query), call.Cancellation);
        return rows.Count > 0 ? rows[0].Clone() : null;
    }

    private static FilterNode Own(Guid user, LegacyTable table, string? title) =>
        Conditions.All([Of(user, table), title is null ? Conditions.Null("bookmark") : Conditions.Is("bookmark", FilterOperators.Equal, title)]);

    private static FilterNode Of(Guid user, LegacyTable table) => Conditions.All(
        [Conditions.Is("user", FilterOperators.Equal, user.ToString()), Conditions.Is("collection", FilterOperators.Equal, table.Collection)]);

    private static string Number(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? id : throw LegacyErrors.Record(Preference.TableName, id);
}
