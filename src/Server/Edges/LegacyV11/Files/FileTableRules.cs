using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Files;

/// <summary>A name that is given is that of the download, whatever the content is called in its storage. Files have no status: one that
/// is to be deleted is deleted.</summary>
internal sealed class FileTableRules : ITableRules
{
    public static FileTableRules Instance { get; } = new();

    public Task OnWriteAsync(RowReader reader, LegacyCall call, JsonElement given, JsonObject item, string? of)
    {
        if (given.TryGetProperty("active", out var active) && LegacyParameters.TextOf(active) is "0" or "3")
            throw LegacyErrors.Refused("Files have no status: delete the file");
        if (given.TryGetProperty("name", out var name) && LegacyParameters.TextOf(name) is { Length: > 0 } text) item["filename_download"] = text;
        item.Remove("data");
        item.Remove("active");
        return Task.CompletedTask;
    }

    public Task OnDeleteAsync(RowReader reader, LegacyCall call, IReadOnlyList<JsonElement> keys) => Task.CompletedTask;
}
