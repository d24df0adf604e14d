using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Which names new collections and fields may have.</summary>
internal static class SchemaNames
{
    // PostgreSQL cuts longer names off.
    private const int MostBytes = 63;

    public static string Collection(JsonElement body)
    {
        if (!body.TryGetProperty("collection", out var value)) throw SchemaRefusals.Required("collection");
        var name = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        CheckCollection(name);
        return name;
    }

    public static void CheckCollection(string name)
    {
        if (name.Length == 0) throw SchemaRefusals.MustBe("collection", "a non-empty string");
        if (name.StartsWith(SystemCollections.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            throw DirectusException.InvalidPayload("Collections can't start with \"directus_\"");
        }

        if (name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase))
        {
            throw DirectusException.InvalidPayload("Collections can't start with \"sqlite_\" or \"pg_\"");
        }

        if (name.Contains('/')) throw DirectusException.InvalidPayload("Collection name can't contain \"/\"");
        Check(name, "Collection", SystemCollections.Collections, "collection");
    }

    public static string Field(JsonElement body)
    {
        if (!body.TryGetProperty("field", out var value)) throw SchemaRefusals.Required("field");
        if (value.ValueKind != JsonValueKind.String) throw SchemaRefusals.MustBe("field", "a string");
        var name = value.GetString()!;
        CheckField(name);
        return name;
    }

    public static void CheckField(string name)
    {
        if (name.Length == 0) throw DirectusException.InvalidPayload("\"field\" is not allowed to be empty");
        Check(name, "Field", SystemCollections.Fields, "field");
    }

    // A dot, a comma, a colon, a star or a parenthesis would mean something else where fields are asked for.
    private static void Check(string name, string what, string table, string column)
    {
        if (name.Any(char.IsControl)) throw DirectusException.InvalidPayload($"{what} name can't contain control characters");
        if (name != name.Trim()) throw DirectusException.InvalidPayload($"{what} name can't start or end with a space");
        if (name.IndexOfAny(['.', ',', ':', '*', '(', ')', '$']) >= 0)
        {
            throw DirectusException.InvalidPayload($"{what} name can't contain any of . , : * ( ) $");
        }

        if (Encoding.UTF8.GetByteCount(name) > MostBytes) throw SchemaRefusals.TooLong(table, column, name);
    }
}
