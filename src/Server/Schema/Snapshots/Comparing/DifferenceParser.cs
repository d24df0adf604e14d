using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Comparing;

/// <summary>A difference that was sent, with the hash of the model it was made for.</summary>
internal static class DifferenceParser
{
    private const int DeepestPath = 100;

    private static readonly string[] Parts = ["meta", "schema", "type", "related_collection"];

    public static (string Hash, SchemaDifference Difference) Parse(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Undefined || (body.ValueKind == JsonValueKind.Object && !body.EnumerateObject().Any()))
        {
            throw DirectusException.InvalidPayload("No data was included in the body");
        }

        JsonInput.RequireObject(body);
        if (!body.TryGetProperty("diff", out _) && JsonInput.Object(body, "data") is { } data) body = data;
        JsonInput.AllowOnly(body, "hash", "diff");
        var hash = JsonPart.Text(body, "hash", "hash");
        JsonPart.Required(body, "diff", "diff");
        var diff = JsonInput.Object(body, "diff") ?? throw SchemaRefusals.MustBe("diff", "of type object");
        JsonPart.AllowOnly(diff, "diff", "collections", "fields", "systemFields", "relations");
        return (hash, new SchemaDifference
        {
            Collections = Entries(diff, "collections", field: false, relation: false),
            Fields = Entries(diff, "fields", field: true, relation: false),
            SystemFields = Entries(diff, "systemFields", field: true, relation: false),
            Relations = Entries(diff, "relations", field: true, relation: true),
        });
    }

    private static List<DifferenceEntry> Entries(JsonElement diff, string key, bool field, bool relation) =>
        [.. JsonPart.List(diff, key, $"diff.{key}", required: true).Select(entry => Entry(entry.Entry, entry.Path, field, relation))];

    private static DifferenceEntry Entry(JsonElement entry, string path, bool field, bool relation)
    {
        if (relation) JsonPart.AllowOnly(entry, path, "collection", "field", "related_collection", "diff");
        else if (field) JsonPart.AllowOnly(entry, path, "collection", "field", "diff");
        else JsonPart.AllowOnly(entry, path, "collection", "diff");
        var differences = JsonPart.List(entry, "diff", $"{path}.diff", required: true).Select(part => Read(part.Entry, part.Path, depth: 0))
            .ToImmutableArray();
        if (differences.IsEmpty) throw SchemaRefusals.Required($"{path}.diff[0]");
        return new DifferenceEntry(JsonPart.Text(entry, "collection", $"{path}.collection"), differences)
        {
            Field = field ? JsonPart.Text(entry, "field", $"{path}.field") : null,
            IsRelation = relation,
            Related = relation ? JsonInput.Text(entry, "related_collection", $"{path}.related_collection") : null,
        };
    }

    private static Difference Read(JsonElement part, string at, int depth)
    {
        JsonPart.AllowOnly(part, at, "kind", "path", "lhs", "rhs", "index", "item");
        var name = JsonPart.Required(part, "kind", $"{at}.kind");
        if (name.ValueKind != JsonValueKind.String || !DifferenceKinds.TryParse(name.GetString(), out var kind))
        {
            throw SchemaRefusals.MustBe($"{at}.kind", "one of [N, D, E, A]");
        }

        var path = Path(part, at, depth);
        if (path.IsEmpty && depth == 0 && kind is DifferenceKind.Edited or DifferenceKind.Array) throw SchemaRefusals.Required($"{at}.path");
        var difference = new Difference(kind, path) { Left = Node(part, "lhs"), Right = Node(part, "rhs") };
        if (kind != DifferenceKind.Array) return difference;
        if (depth > 0) throw SchemaRefusals.MustBe($"{at}.kind", "one of [N, D, E]");
        return difference with
        {
            Index = JsonInput.Number(part, "index", $"{at}.index", 0, int.MaxValue) ?? throw SchemaRefusals.Required($"{at}.index"),
            Item = Read(JsonPart.Required(part, "item", $"{at}.item"), $"{at}.item", depth + 1),
        };
    }

    private static ImmutableArray<PathStep> Path(JsonElement part, string at, int depth)
    {
        if (!part.TryGetProperty("path", out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > DeepestPath) throw SchemaRefusals.MustBe($"{at}.path", "an array");
        var path = list.EnumerateArray().Select(step => Step(step, $"{at}.path")).ToImmutableArray();
        if (depth == 0 && path is [{ } first, ..] && !Parts.Contains(first.Key))
            throw SchemaRefusals.MustBe($"{at}.path", $"within one of [{string.Join(", ", Parts)}]");
        return path;
    }

    private static PathStep Step(JsonElement step, string at) => step.ValueKind switch
    {
        JsonValueKind.String => step.GetString()!,
        JsonValueKind.Number when step.TryGetInt32(out var index) && index >= 0 => index,
        _ => throw SchemaRefusals.MustBe(at, "a list of keys and indexes"),
    };

    private static JsonNode? Node(JsonElement part, string key) => part.TryGetProperty(key, out var value) ? ToNode(value) : null;

    private static JsonNode? ToNode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
