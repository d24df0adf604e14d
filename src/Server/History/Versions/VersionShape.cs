using System.Text.Json;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>What a version is told to be by who writes it: names and places, nothing of its content.</summary>
internal static class VersionShape
{
    /// <summary>The name of what is in no version.</summary>
    public const string Main = "main";

    /// <summary>Refuses a write that makes no versions of what it is told.</summary>
    public static void Require(ItemWrite write)
    {
        if (write is ItemWrite.Create create) RequireNew(create.Items);
        else if (write is ItemWrite.Update update) RequireChange(update.Data);
        else if (write is ItemWrite.UpdateMatching matching) RequireChange(matching.Data);
        else if (write is ItemWrite.UpdateEach each)
            foreach (var item in each.Items.Where(item => item.ValueKind == JsonValueKind.Object)) RequireChange(item, "id");
    }

    /// <summary>Refuses what cannot be made a version, in the words and the order of Directus.</summary>
    public static void RequireNew(IEnumerable<JsonElement> versions)
    {
        foreach (var version in versions)
        {
            Text(version, "key", required: true);
            Text(version, "name", required: false);
            Text(version, "collection", required: true);
            Text(version, "item", required: true);
            Only(version, "key", "name", "collection", "item");
        }
    }

    /// <summary>Refuses what cannot be changed of a version so.</summary>
    public static void RequireChange(JsonElement change, params ReadOnlySpan<string> beside)
    {
        Text(change, "key", required: false);
        if (change.TryGetProperty("name", out var name) && name.ValueKind != JsonValueKind.Null) Text(change, "name", required: false);
        Only(change, ["key", "name", .. beside]);
    }

    private static void Text(JsonElement version, string name, bool required)
    {
        if (!version.TryGetProperty(name, out var value))
        {
            if (required) throw DirectusException.InvalidPayload($"\"{name}\" is required");
            return;
        }

        if (value.ValueKind != JsonValueKind.String) throw DirectusException.InvalidPayload($"\"{name}\" must be a string");
        if (value.GetString() is "") throw DirectusException.InvalidPayload($"\"{name}\" is not allowed to be empty");
        if (name == "key" && value.ValueEquals(Main)) throw DirectusException.InvalidPayload($"\"{Main}\" is a reserved version key");
    }

    private static void Only(JsonElement version, params ReadOnlySpan<string> names)
    {
        foreach (var property in version.EnumerateObject())
            if (!names.Contains(property.Name)) throw DirectusException.InvalidPayload($"\"{property.Name}\" is not allowed");
    }
}
