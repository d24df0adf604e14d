using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>A document that was sent → model, in the words of this database.</summary>
internal static class SnapshotParser
{
    // What Directus runs on.
    private static readonly string[] Vendors = ["mysql", "postgres", "cockroachdb", "sqlite", "oracle", "mssql", "redshift"];

    private const string Bypass = "You can bypass this check by passing the \"force\" query parameter";

    public static SnapshotDocument Parse(JsonElement body, Dialect dialect, bool force)
    {
        if (body.ValueKind == JsonValueKind.Undefined || (body.ValueKind == JsonValueKind.Object && !body.EnumerateObject().Any()))
        {
            throw DirectusException.InvalidPayload("No data was included in the body");
        }

        JsonInput.RequireObject(body);
        // The whole answer of a snapshot is as good as what is in it.
        if (!body.TryGetProperty("version", out _) && JsonInput.Object(body, "data") is { } data) body = data;
        JsonInput.AllowOnly(body, "version", "directus", "vendor", "collections", "fields", "systemFields", "relations");
        var document = Head(body);
        foreach (var (part, path) in JsonPart.List(body, "collections", "collections", true))
        {
            AddCollection(document, CheckCollection(part, path), part);
        }

        foreach (var (part, path) in JsonPart.List(body, "fields", "fields", true)) Add(document.Fields, CheckField(part, path), part);
        foreach (var (part, path) in JsonPart.List(body, "relations", "relations", true)) Add(document.Relations, CheckRelation(part, path), part);
        foreach (var (part, path) in JsonPart.List(body, "systemFields", "systemFields", false)) AddIndex(document, part, path);
        if (!body.TryGetProperty("systemFields", out _)) document = document with { SystemFields = null };
        if (!force) Check(document, dialect.VendorName);
        return document.Vendor is "" || document.Vendor == dialect.VendorName ? document : VendorTranslation.Translate(document, dialect.Ddl);
    }

    private static SnapshotDocument Head(JsonElement body)
    {
        var version = JsonPart.Required(body, "version", "version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var format) || format != SnapshotDocument.Format)
        {
            throw SchemaRefusals.MustBe("version", "[1]");
        }

        var directus = JsonPart.Text(body, "directus", "directus");
        if (!body.TryGetProperty("vendor", out var vendor)) return new SnapshotDocument(directus, "");
        return vendor.ValueKind == JsonValueKind.String && Vendors.Contains(vendor.GetString())
            ? new SnapshotDocument(directus, vendor.GetString()!)
            : throw SchemaRefusals.MustBe("vendor", $"one of [{string.Join(", ", Vendors)}]");
    }

    private static void Check(SnapshotDocument document, string vendor)
    {
        if (document.Directus != ProductVersion.Directus)
        {
            throw DirectusException.InvalidPayload(
                $"Provided snapshot's directus version {document.Directus} does not match the current instance's " +
                $"version {ProductVersion.Directus}. {Bypass}");
        }

        if (document.Vendor == "") throw DirectusException.InvalidPayload($"Provided snapshot does not contain the \"vendor\" property. {Bypass}");
        if (document.Vendor != vendor)
        {
            throw DirectusException.InvalidPayload(
                $"Provided snapshot's vendor {document.Vendor} does not match the current instance's vendor {vendor}. {Bypass}");
        }
    }

    public static string CheckCollection(JsonElement part, string path)
    {
        JsonPart.AllowOnly(part, path, "collection", "meta", "schema");
        JsonPart.RequireObject(part, "meta", path, nullable: true);
        JsonPart.RequireObject(part, "schema", path, nullable: false);
        return JsonPart.Text(part, "collection", $"{path}.collection");
    }

    public static FieldName CheckField(JsonElement part, string path)
    {
        JsonPart.AllowOnly(part, path, "collection", "field", "type", "meta", "schema");
        JsonPart.RequireObject(part, "meta", path, nullable: true);
        JsonPart.RequireObject(part, "schema", path, nullable: true);
        FieldDraftParser.RequireKnown(JsonPart.Text(part, "type", $"{path}.type"), $"{path}.type");
        return Name(part, path);
    }

    public static FieldName CheckRelation(JsonElement part, string path)
    {
        JsonPart.AllowOnly(part, path, "collection", "field", "related_collection", "meta", "schema");
        JsonPart.RequireObject(part, "meta", path, nullable: true);
        JsonPart.RequireObject(part, "schema", path, nullable: true);
        JsonInput.Text(part, "related_collection", $"{path}.related_collection");
        return Name(part, path);
    }

    private static FieldName Name(JsonElement part, string path) =>
        new(JsonPart.Text(part, "collection", $"{path}.collection"), JsonPart.Text(part, "field", $"{path}.field"));

    // Directus tells of its own collections, too, once somebody has changed their settings; here these are fixed.
    private static void AddCollection(SnapshotDocument document, string name, JsonElement part)
    {
        if (!name.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)) Add(document.Collections, name, part);
    }

    private static void AddIndex(SnapshotDocument document, JsonElement part, string path)
    {
        JsonPart.AllowOnly(part, path, "collection", "field", "schema");
        var name = Name(part, path);
        if (JsonInput.Object(part, "schema") is { } schema && JsonInput.Flag(schema, "is_indexed", $"{path}.schema.is_indexed") == true)
        {
            document.SystemFields!.TryAdd(name, SnapshotReader.IndexPart(name));
        }
    }

    private static void Add<TKey>(OrderedDictionary<TKey, JsonObject> parts, TKey key, JsonElement part) where TKey : notnull
    {
        if (!parts.TryAdd(key, JsonObject.Create(part)!)) throw DirectusException.InvalidPayload($"\"{key}\" is given more than once");
    }
}
