using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Google.Protobuf.Reflection;

namespace Directus.Grpc.Server.Edges.Rpc.Schema;

/// <summary>Models and differences over gRPC → the JSON that REST would have sent.</summary>
internal static class SnapshotMessages
{
    // What the settings are of is told beside them.
    private static readonly string[] Names = ["id", "collection", "field", "many_collection", "many_field", "one_collection"];

    public static JsonElement Model(DiffSchemaRequest request) => request.ModelCase switch
    {
        DiffSchemaRequest.ModelOneofCase.Snapshot => Model(request.Snapshot),
        DiffSchemaRequest.ModelOneofCase.File => SnapshotFile.Parse(request.File.Memory),
        _ => throw DirectusException.InvalidPayload("No data was included in the body"),
    };

    public static JsonElement Difference(ApplySchemaRequest request) => request.SourceCase switch
    {
        ApplySchemaRequest.SourceOneofCase.Difference => Difference(request.Difference),
        ApplySchemaRequest.SourceOneofCase.File => SnapshotFile.Parse(request.File.Memory),
        _ => throw DirectusException.InvalidPayload("No data was included in the body"),
    };

    private static JsonElement Model(Snapshot snapshot)
    {
        var json = JsonObject.Create(SchemaBody.Of(snapshot))!;
        Lists(json, "collections", "fields", "relations");
        Rename(json);
        foreach (var part in Parts(json, "collections")) Fill(part, "meta", CollectionMeta.Descriptor);
        foreach (var part in Parts(json, "fields"))
        {
            Fill(part, "meta", FieldMeta.Descriptor);
            // Of a column the rest follows from its type.
            (part["schema"] as JsonObject)?.TryAdd("default_value", null);
        }

        foreach (var part in Parts(json, "relations"))
        {
            Fill(part, "meta", RelationMeta.Descriptor);
            part.TryAdd("related_collection", null);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    private static JsonElement Difference(HashedDifference difference)
    {
        var json = JsonObject.Create(SchemaBody.Of(difference))!;
        if (json["diff"] is not JsonObject diff) return JsonSerializer.SerializeToElement(json);
        Rename(diff);
        Lists(diff, "collections", "fields", "systemFields", "relations");
        // An empty list is not told.
        foreach (var part in diff.SelectMany(list => (JsonArray)list.Value!).OfType<JsonObject>()) Lists(part, "diff");
        return JsonSerializer.SerializeToElement(json);
    }

    private static void Lists(JsonObject json, params string[] names)
    {
        foreach (var name in names) json.TryAdd(name, new JsonArray());
    }

    private static void Rename(JsonObject json)
    {
        if (json.Remove("system_fields", out var fields)) json["systemFields"] = fields;
    }

    private static IEnumerable<JsonObject> Parts(JsonObject json, string name) => ((JsonArray)json[name]!).Cast<JsonObject>();

    // What a message leaves out is null; a flag that is left out is not.
    private static void Fill(JsonObject part, string section, MessageDescriptor message)
    {
        if (part[section] is not JsonObject settings) return;
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Bool && !Names.Contains(field.Name)) settings.TryAdd(field.Name, null);
        }
    }
}
