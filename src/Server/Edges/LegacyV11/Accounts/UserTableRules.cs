using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>A new user needs a mail address. A secret that is written as it was told is not changed.</summary>
internal sealed class UserTableRules : ITableRules
{
    private const string Mask = "**********";

    private static readonly string[] Secrets = ["token", "password"];

    public static UserTableRules Instance { get; } = new();

    public Task OnWriteAsync(RowReader reader, LegacyCall call, JsonElement given, JsonObject item, string? of)
    {
        foreach (var secret in Secrets.Where(name => item[name] is JsonValue value && value.TryGetValue<string>(out var text) && text == Mask))
            item.Remove(secret);
        // A form has no null.
        if (call.Texts && item["token"] is JsonValue token && token.TryGetValue<string>(out var none) && none.Length == 0) item["token"] = null;
        if (of is null && item["email"] is null) throw LegacyErrors.Refused("The column [email] is required");
        return Task.CompletedTask;
    }

    public Task OnDeleteAsync(RowReader reader, LegacyCall call, IReadOnlyList<JsonElement> keys) => Task.CompletedTask;
}
