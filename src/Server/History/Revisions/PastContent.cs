using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Revisions;

/// <summary>What an item held at a moment, by its revisions, as far as the caller may read these.</summary>
internal sealed class PastContent(StoredItems stored)
{
    // Revisions tell what an item refers to only where it changes. Further back than this nobody looks for it.
    private const int MostChanges = 1000;

    /// <summary>The values of its columns; INVALID_QUERY when no revision tells of the moment.</summary>
    public async Task<JsonObject> ReadAsync(Caller caller, Collection collection, object key, DateTimeOffset moment, CancellationToken cancellation)
    {
        var latest = await RevisionsAsync(caller, collection, key, moment, ["data", "activity.action"], 1, cancellation);
        if (latest.GetArrayLength() == 0 || latest[0].GetProperty("data") is not { ValueKind: JsonValueKind.Object } data)
            throw DirectusException.InvalidQuery("No revision of the item tells of the moment of \"at\"");
        var content = RevisionContent.Of(caller.Schema, collection, data);
        if (latest[0].GetProperty("activity").GetProperty("action").ValueEquals("create")) AddDefaults(content, collection, caller.Schema);
        await AddReferencesAsync(caller, collection, key, moment, content, cancellation);
        return content;
    }

    // Of a new item a revision keeps what was given: the rest were defaults.
    private static void AddDefaults(JsonObject content, Collection collection, DatabaseSchema schema)
    {
        foreach (var field in collection.Columns)
        {
            if (field == collection.PrimaryKey || content.ContainsKey(field.Name) || RevisionContent.IsKept(schema, field)) continue;
            using var sink = new MemorySink(64);
            using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
            json.WriteStartObject();
            if (field.Column!.Default is { } value) DefaultWriter.Write(json, field.Name, field, value);
            json.WriteEndObject();
            json.Flush();
            var written = JsonNode.Parse(sink.Written.Span)!.AsObject();
            content[field.Name] = written[field.Name]?.DeepClone();
        }
    }

    private async Task AddReferencesAsync(Caller caller, Collection collection, object key, DateTimeOffset moment, JsonObject content,
        CancellationToken cancellation)
    {
        var references = collection.Columns.Where(field => caller.Schema.RelationOfMany(collection.Name, field.Name) is not null)
            .Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        if (references.Count == 0) return;
        var changes = await RevisionsAsync(caller, collection, key, moment, ["delta"], MostChanges, cancellation);
        foreach (var revision in changes.EnumerateArray())
        {
            if (revision.GetProperty("delta") is not { ValueKind: JsonValueKind.Object } delta) continue;
            foreach (var property in delta.EnumerateObject())
                if (property.Value.ValueKind != JsonValueKind.Object && references.Remove(property.Name))
                    content[property.Name] = JsonSerializer.SerializeToNode(property.Value);
            if (references.Count == 0) return;
        }
    }

    // The latest first.
    private async Task<JsonElement> RevisionsAsync(Caller caller, Collection collection, object key, DateTimeOffset moment, string[] fields, int most,
        CancellationToken cancellation)
    {
        // Moments are answered to the millisecond, and each of these belongs to what happened in it.
        var after = moment.UtcDateTime.AddMilliseconds(1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var query = ItemQueryParser.Parse(JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["fields"] = fields,
            ["sort"] = new[] { "-id" },
            ["limit"] = most,
            ["filter"] = new Dictionary<string, object>
            {
                ["collection"] = Is("_eq", collection.Name),
                ["item"] = Is("_eq", KeyText.Of(key)),
                ["version"] = Is("_null", true),
                ["activity"] = new Dictionary<string, object> { ["timestamp"] = Is("_lt", after) },
            },
        }), new QueryLimits { Default = most, Max = -1 });
        using var sink = new MemorySink();
        await stored.ReadAsync(caller, new ItemRead.List(SystemCollections.Revisions, query), sink, cancellation);
        return JsonElement.Parse(sink.Written.Span);
    }

    private static Dictionary<string, object> Is(string operation, object value) => new() { [operation] = value };
}
