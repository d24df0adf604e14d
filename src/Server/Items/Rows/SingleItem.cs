using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes one item as a JSON object and makes its tag from what is read for it anyway.</summary>
internal sealed class SingleItem(DbSession session, PlanNode root, AccessRules access)
{
    private readonly OwnColumns? _own = OwnColumns.Of(root, access);

    /// <summary>Whether there was an item, and its tag; no tag for an answer without a column of its own.</summary>
    public async Task<(bool Found, string? Tag)> WriteAsync(JsonSink sink, CancellationToken cancellation)
    {
        var statement = SelectCompiler.Root(session.Dialect, root);
        if (!root.IsFlat) return await WriteTreeAsync(statement, sink, cancellation);
        await using var command = session.CreateCommand(statement);
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        if (!await reader.ReadAsync(cancellation)) return (false, null);
        using var row = new MemorySink();
        using var json = new Utf8JsonWriter(row, RowJson.WriterOptions);
        new RowRenderer(session.Dialect, root).Write(reader, json, null);
        json.Flush();
        sink.Write(row.Written.Span);
        return (true, _own is { AreTheAnswer: true } ? _own.Tag(row.Written.Span) : _own?.Tag(reader, session.Dialect));
    }

    private async Task<(bool Found, string? Tag)> WriteTreeAsync(SqlStatement statement, JsonSink sink, CancellationToken cancellation)
    {
        string? tag = null;
        using var level = await new LevelReader(session, cancellation).ReadAsync(root, statement, reader => tag = _own?.Tag(reader, session.Dialect));
        if (level.Rows.Count == 0) return (false, null);
        new TreeWriter(sink).WriteRow(root, level, 0);
        return (true, tag);
    }
}
