using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>A model in the shape in which Directus exports it: what is set up of collections, fields and relations, and
/// which fields of the system have an index. Its parts are shared between documents and never changed in place.</summary>
internal sealed record SnapshotDocument(string Directus, string Vendor)
{
    /// <summary>The one format there is.</summary>
    public const int Format = 1;

    public OrderedDictionary<string, JsonObject> Collections { get; init; } = [];

    public OrderedDictionary<FieldName, JsonObject> Fields { get; init; } = [];

    /// <summary>Null when the document says nothing of them, as those of older releases.</summary>
    public OrderedDictionary<FieldName, JsonObject>? SystemFields { get; init; } = [];

    /// <summary>By the field of the many side.</summary>
    public OrderedDictionary<FieldName, JsonObject> Relations { get; init; } = [];

    /// <summary>A document of the same parts, whose lists can be changed.</summary>
    public SnapshotDocument Copy() => this with
    {
        Collections = new(Collections),
        Fields = new(Fields),
        Relations = new(Relations),
        SystemFields = SystemFields is null ? null : new(SystemFields),
    };

    public JsonObject ToJson() => new()
    {
        ["version"] = Format,
        ["directus"] = Directus,
        ["vendor"] = Vendor,
        ["collections"] = List(Collections.Values),
        ["fields"] = List(Fields.Values),
        ["systemFields"] = SystemFields is null ? null : List(SystemFields.Values),
        ["relations"] = List(Relations.Values),
    };

    private static JsonArray List(IEnumerable<JsonObject> parts) => new([.. parts.Select(part => part.DeepClone())]);
}
