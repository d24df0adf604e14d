using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables.Rows;

namespace Directus.Grpc.Server.Access;

/// <summary>What a policy with `app_access` permits beside its own permissions: that which the app needs of system
/// collections for whoever uses it. Read from app-permissions.json.</summary>
internal static class AppPermissions
{
    public static ImmutableArray<PermissionRow> Rows { get; } = Read();

    private static ImmutableArray<PermissionRow> Read()
    {
        using var stream = typeof(AppPermissions).Assembly.GetManifestResourceStream("app-permissions.json")
            ?? throw new InvalidOperationException("app-permissions.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Row)];
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

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
