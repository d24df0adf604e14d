using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Settings;

/// <summary>The settings as they are stored: fields of Directus 11, and one field for the rest.</summary>
internal sealed class StoredSettings(JsonObject row)
{
    private const string Table = SystemCollections.Settings;

    private static readonly string[] Fields = ["project_name", "project_url", "project_color", "project_logo"];

    public static bool AreKept(Caller caller) => caller.Schema[Table].TryGetField(SettingNames.Kept, out _);

    public static async Task<StoredSettings> ReadAsync(RowReader reader, Caller caller, CancellationToken cancellation)
    {
        string[] names = AreKept(caller) ? [.. Fields, SettingNames.Kept] : Fields;
        var query = new ItemQuery { Fields = [.. names.Select(name => new FieldSelection(new FieldPath(name), []))] };
        using var read = await reader.ReadAsync(caller, new ItemRead.List(Table, query), cancellation);
        return new StoredSettings(JsonObject.Create(read[0].Clone())!);
    }

    /// <summary>What Directus 11 has no place for, by the collections of settings.</summary>
    public JsonObject Kept => row[SettingNames.Kept] as JsonObject ?? [];

    /// <summary>A setting as a text.</summary>
    public string Value(string collection, string name, string usual)
    {
        if (SettingNames.Field(collection, name) is not { } field) return Kept[collection]?[name]?.ToString() ?? usual;
        var value = row[field]?.ToString();
        return value is null ? usual : name == SettingNames.Thumbnail ? $"/assets/{value}" : value;
    }

    /// <summary>Writes the settings of a collection, known ones first.</summary>
    public void Write(Utf8JsonWriter json, string collection)
    {
        json.WriteStartObject();
        var known = SettingNames.Collections[collection];
        foreach (var (name, usual) in known) json.WriteString(name, Value(collection, name, usual));
        foreach (var (name, value) in Kept[collection] as JsonObject ?? [])
            if (known.All(setting => setting.Name != name)) json.WriteString(name, value?.ToString());
        json.WriteEndObject();
    }
}
