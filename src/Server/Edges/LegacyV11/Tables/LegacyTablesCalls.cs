using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>What API v1.1 does with tables.</summary>
internal sealed class LegacyTablesCalls(ModelEditor models, CollectionEditor collections, RowTotals totals, Preferences preferences,
    IOptions<DatabaseOptions> database)
{
    public const string Tables = "directus_tables";

    private static readonly (string Name, string Special)[] Noting =
    [
        ("user_create_column", "user-created"), ("user_update_column", "user-updated"), ("date_create_column", "date-created"),
        ("date_update_column", "date-updated"),
    ];

    public Task<LegacyAnswer> ListAsync(LegacyCall call)
    {
        var names = LegacyTables.Names(call.Caller, system: call.Parameters.Flag("include_system"));
        return Task.FromResult(LegacyAnswer.Collection(Tables, json =>
        {
            json.WriteStartArray();
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    public async Task<LegacyAnswer> GetAsync(LegacyCall call, string name)
    {
        var table = LegacyTables.Readable(call.Caller, name);
        var rows = (await totals.OfAsync(call.Caller, table, call.Cancellation)).Sum(group => group.Count);
        var preference = await preferences.ReadAsync(call, table, null);
        var writer = new TableWriter(new VisibleSchema(call.Caller.Schema, call.Caller.Access, AccessAction.Read), table, database.Value.Name);
        return LegacyAnswer.Item(Tables, json => writer.Write(json, rows, preference));
    }

    public async Task<LegacyAnswer> CreateAsync(LegacyCall call)
    {
        call.Caller.RequireAdmin();
        var name = Name(call, "name");
        if (call.Caller.Schema.TryGetCollection(name, out _)) return Exists(name);
        return await GetAsync(await MakeAsync(call, name), name);
    }

    /// <summary>Makes a table where the oldest client asks for it: with the rights on it, which come after.</summary>
    public async Task<LegacyAnswer> CreateWithAsync(LegacyCall call, Func<LegacyCall, Task<LegacyAnswer>> after)
    {
        call.Caller.RequireAdmin();
        var name = Name(call, "table_name");
        return call.Caller.Schema.TryGetCollection(name, out _) ? Exists(name) : await after(await MakeAsync(call, name));
    }

    // The call goes on with the model that has the table.
    private async Task<LegacyCall> MakeAsync(LegacyCall call, string name)
    {
        var schema = await models.RunAsync(call.Caller.Principal, [new ModelStep.CreateCollection(NewTable.Of(name))], call.Cancellation);
        return call with { Caller = call.Caller with { Schema = schema } };
    }

    private static string Name(LegacyCall call, string field) =>
        call.Fields.TryGetProperty(field, out var given) && LegacyParameters.TextOf(given) is { Length: > 0 } text
            ? text
            : throw LegacyErrors.Refused($"The name of the table is missing: give it as [{field}]");

    private static LegacyAnswer Exists(string name) => LegacyAnswer.Failure($"Table \"{name}\" already exists");

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string name)
    {
        call.Caller.RequireAdmin();
        var table = LegacyTables.Readable(call.Caller, name);
        var steps = Steps(call, call.Caller.Schema[table.Collection]).ToList();
        if (steps.Count == 0) return await GetAsync(call, name);
        var schema = await models.RunAsync(call.Caller.Principal, steps, call.Cancellation);
        return await GetAsync(call with { Caller = call.Caller with { Schema = schema } }, name);
    }

    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string name)
    {
        call.Caller.RequireAdmin();
        await collections.DeleteAsync(call.Caller.Principal, LegacyTables.Readable(call.Caller, name).Collection, call.Cancellation);
        return LegacyAnswer.Success(json =>
        {
            json.WriteStartObject();
            json.WriteString("message"u8, $"Table \"{name}\" was removed");
            json.WriteEndObject();
        });
    }

    private static IEnumerable<ModelStep> Steps(LegacyCall call, Collection collection)
    {
        var meta = new JsonObject();
        foreach (var (name, field) in ((string, string)[])[("hidden", "hidden"), ("single", "singleton")])
            if (call.Fields.TryGetProperty(name, out var flag)) meta[field] = LegacyParameters.TextOf(flag) is not (null or "" or "0" or "false");
        if (call.Fields.TryGetProperty("comment", out var comment)) meta["note"] = LegacyParameters.TextOf(comment);
        if (meta.Count > 0) yield return new ModelStep.UpdateCollection(collection.Name, ColumnInput.Json(new JsonObject { ["meta"] = meta }));
        foreach (var (name, special) in Noting)
        {
            if (!call.Fields.TryGetProperty(name, out var told) || LegacyParameters.TextOf(told) is not { Length: > 0 } column) continue;
            if (!collection.TryGetField(column, out var field)) throw LegacyErrors.Column(column);
            var specials = new JsonArray([.. field.SpecialNames.Append(special).Distinct().Select(entry => (JsonNode)entry)]);
            yield return new ModelStep.UpdateField(collection.Name, column,
                ColumnInput.Json(new JsonObject { ["meta"] = new JsonObject { ["special"] = specials } }));
        }
    }
}
