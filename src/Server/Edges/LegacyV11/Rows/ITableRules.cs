using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>What writes of a table's rows mean beyond its columns.</summary>
internal interface ITableRules
{
    /// <summary>Completes an item that is to be written.</summary>
    /// <param name="reader">Reads what it depends on.</param>
    /// <param name="call">The call.</param>
    /// <param name="given">The row as it was given.</param>
    /// <param name="item">The item.</param>
    /// <param name="of">The key of the row that is changed; null for a new one.</param>
    Task OnWriteAsync(RowReader reader, LegacyCall call, JsonElement given, JsonObject item, string? of);

    /// <summary>Refuses deletions.</summary>
    /// <param name="reader">Reads what it depends on.</param>
    /// <param name="call">The call.</param>
    /// <param name="keys">The keys of the rows.</param>
    Task OnDeleteAsync(RowReader reader, LegacyCall call, IReadOnlyList<JsonElement> keys);
}
