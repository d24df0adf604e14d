using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11.Settings;

/// <summary>Reads and changes settings, for administrators.</summary>
internal sealed class LegacySettings(RowReader reader, ItemWriter writer, FieldEditor fields, SchemaStore schemas, IOptions<QueryLimits> limits)
{
    private const string Table = SystemCollections.Settings;

    private static readonly JsonElement KeptField = JsonElement.Parse(
        $$$"""{"field":"{{{SettingNames.Kept}}}","type":"json","schema":{},"meta":{"hidden":true,"special":["cast-json"]}}""");

    public async Task<LegacyAnswer> AllAsync(LegacyCall call)
    {
        call.Caller.RequireAdmin();
        var stored = await StoredSettings.ReadAsync(reader, call.Caller, call.Cancellation);
        return LegacyAnswer.Item(Table, json =>
        {
            json.WriteStartObject();
            foreach (var collection in SettingNames.Collections.Keys)
            {
                json.WritePropertyName(collection);
                stored.Write(json, collection);
            }

            json.WriteEndObject();
        });
    }

    public async Task<LegacyAnswer> OneAsync(LegacyCall call, string collection)
    {
        call.Caller.RequireAdmin();
        RequireCollection(collection);
        return Answer(await StoredSettings.ReadAsync(reader, call.Caller, call.Cancellation), collection);
    }

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string collection)
    {
        call.Caller.RequireAdmin();
        RequireCollection(collection);
        var caller = call.Caller;
        var stored = await StoredSettings.ReadAsync(reader, caller, call.Cancellation);
        var (change, kept) = Split(call.Fields, collection, stored.Kept);
        if (kept is not null)
        {
            caller = await WithPlaceAsync(caller, call.Cancellation);
            change[SettingNames.Kept] = kept;
        }

        if (change.Count > 0)
            await writer.WriteAsync(caller, new ItemWrite.UpdateSingleton(Table, JsonText.Parse(change.ToJsonString())), call.Cancellation);
        return Answer(await StoredSettings.ReadAsync(reader, caller, call.Cancellation), collection);
    }

    // What is a field of Directus 11, and what has to be kept beside; null when there is none of that.
    private (JsonObject Change, JsonObject? Kept) Split(JsonElement given, string collection, JsonObject before)
    {
        var (change, kept) = (new JsonObject(), (JsonObject)before.DeepClone());
        foreach (var setting in given.EnumerateObject())
        {
            if (setting.Name == SettingNames.Thumbnail) continue;
            var value = LegacyParameters.TextOf(setting.Value);
            if (value is null && setting.Value.ValueKind != JsonValueKind.Null)
                throw LegacyErrors.Refused($"The setting [{setting.Name}] has to be a text");
            if (setting.Name == SettingNames.RowsPerPage) RequireRows(value);
            if (SettingNames.Field(collection, setting.Name) is { } field) change[field] = value;
            else (kept[collection] ??= new JsonObject())[setting.Name] = value;
        }

        return (change, JsonNode.DeepEquals(kept, before) ? null : kept);
    }

    private void RequireRows(string? value)
    {
        var most = limits.Value.Max < 0 ? int.MaxValue : limits.Value.Max;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) || rows < 1 || rows > most)
            throw LegacyErrors.Refused($"The setting [{SettingNames.RowsPerPage}] has to be a number from 1 to {most}");
    }

    // Directus 11 allows fields of one's own there. Somebody else may make it at the same time.
    private async Task<Caller> WithPlaceAsync(Caller caller, CancellationToken cancellation)
    {
        if (StoredSettings.AreKept(caller)) return caller;
        try
        {
            await fields.CreateAsync(caller.Principal, Table, KeptField, cancellation);
        }
        catch (DirectusException) when (schemas.Current[Table].TryGetField(SettingNames.Kept, out _))
        {
            // It is there now.
        }

        return caller with { Schema = schemas.Current };
    }

    private static void RequireCollection(string name)
    {
        if (!SettingNames.Collections.ContainsKey(name)) throw LegacyErrors.NotFound($"Unable to find setting collection [{name}]");
    }

    private static LegacyAnswer Answer(StoredSettings stored, string collection) => LegacyAnswer.Data(json =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, LegacyAnswer.ItemType);
        json.WriteString("table"u8, Table);
        json.WriteString("setting_collection"u8, collection);
        json.WriteEndObject();
    }, json => stored.Write(json, collection));
}
