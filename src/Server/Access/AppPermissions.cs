using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables.Rows;

namespace Directus.Grpc.Server.Access;

/// <summary>What a policy with `app_access` permits beside its own permissions: that which the app needs of system
/// collections for whoever uses it. Read from app-permissions.json.</summary>
internal static class AppPermissions
{
    public static ImmutableArray<PermissionRow> Rows { get; } = Read(Row);

    /// <summary>The same as items of directus_permissions, marked as what cannot be changed.</summary>
    public static ImmutableArray<JsonElement> Listed { get; } = Read(Item);

    private static ImmutableArray<T> Read<T>(Func<JsonElement, T> make)
    {
        using var stream = typeof(AppPermissions).Assembly.GetManifestResourceStream("app-permissions.json")
            ?? throw new InvalidOperationException("app-permissions.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(make)];
    }

    private static PermissionRow Row(JsonElement entry) => new()
    {
        Collection = entry.GetProperty("collection").GetString()!,
        Action = entry.GetProperty("action").GetString()!,
        Fields = string.Join(',', entry.GetProperty("fields").EnumerateArray().Select(field => field.GetString())),
        Permissions = Text(entry, "permissions"),
        Validation = Text(entry, "validation"),
        Presets = Text(entry, "presets"),
    };

    private static JsonElement Item(JsonElement entry) => JsonSerializer.SerializeToElement(new
    {
        policy = (string?)null,
        permissions = Part(entry, "permissions") ?? JsonSerializer.SerializeToElement(new { }),
        validation = Part(entry, "validation"),
        presets = Part(entry, "presets"),
        fields = entry.GetProperty("fields").Clone(),
        system = true,
        collection = entry.GetProperty("collection").GetString(),
        action = entry.GetProperty("action").GetString(),
    });

    private static JsonElement? Part(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.Clone() : null;

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
