using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>A table as API v1.1 makes it: with a key that counts, and a status that begins as a draft.</summary>
internal static partial class NewTable
{
    public static JsonElement Of(string name)
    {
        if (!Name().IsMatch(name)) throw LegacyErrors.Refused($"The name [{name}] may hold letters, digits, - and _");
        return ColumnInput.Json(new JsonObject
        {
            ["collection"] = name, ["schema"] = new JsonObject(),
            ["meta"] = new JsonObject { ["archive_field"] = "active", ["archive_value"] = "0", ["unarchive_value"] = "2" },
            ["fields"] = new JsonArray(Key(), new JsonObject
            {
                ["field"] = "active", ["type"] = "integer", ["schema"] = new JsonObject { ["default_value"] = 2 },
                ["meta"] = new JsonObject { ["hidden"] = true },
            }),
        });
    }

    public static JsonObject Key() => new()
    {
        ["field"] = "id", ["type"] = "integer", ["meta"] = new JsonObject { ["hidden"] = true },
        ["schema"] = new JsonObject { ["is_primary_key"] = true, ["has_auto_increment"] = true },
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
