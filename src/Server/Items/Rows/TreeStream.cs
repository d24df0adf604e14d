using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes items with relations as a JSON array, however many they are: chunk by chunk of root rows, each with the
/// levels below it, all on one connection.</summary>
internal sealed class TreeStream(DbSession session, PlanNode root, JsonSink sink, CancellationToken cancellation)
{
    private const int ChunkRows = 500;

    private readonly LevelReader _levels = new(session, cancellation);
    private readonly TreeWriter _writer = new(sink);
    private bool _any;

    /// <summary>The items as one value, for few of them.</summary>
    public static async Task<JsonElement> ReadAsync(DbSession session, PlanNode root, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        await new TreeStream(session, root, sink, cancellation).WriteAsync(SelectCompiler.Root(session.Dialect, root));
        return JsonElement.Parse(sink.Written.Span);
    }

    public async Task WriteAsync(SqlStatement statement)
    {
        sink.Write("["u8);
        if (root.Limit is { } limit && limit <= ChunkRows) await WriteWholeAsync(statement);
        else if (session.Dialect.InterleavesReaders) await WriteFromReaderAsync(statement);
        else await WriteFromCursorAsync(statement);
        sink.Write("]"u8);
    }

    private async Task<int> WriteWholeAsync(SqlStatement statement)
    {
        using var level = await _levels.ReadAsync(root, statement);
        return await WriteRowsAsync(level);
    }

    private async Task WriteFromReaderAsync(SqlStatement statement)
    {
        await using var command = session.CreateCommand(statement);
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        int rows;
        do
        {
            using var level = await _levels.ReadNextAsync(root, reader, ChunkRows);
            rows = await WriteRowsAsync(level);
        }
        while (rows == ChunkRows);
    }

    // A second connection for the levels below could be waited for by every holder of a first one. A cursor needs none.
    private async Task WriteFromCursorAsync(SqlStatement statement)
    {
        var cursor = CursorOf(statement);
        var next = new SqlStatement($"fetch {ChunkRows} from {cursor}", []);
        await using var transaction = await session.Connection.BeginTransactionAsync(cancellation);
        await session.ExecuteAsync(statement with { Text = $"declare {cursor} no scroll cursor for {statement.Text}" }, cancellation);
        while (await WriteWholeAsync(next) == ChunkRows)
        {
        }

        await transaction.CommitAsync(cancellation);
    }

    // One name per statement: the driver remembers by its text which columns a fetch answers.
    private static string CursorOf(SqlStatement statement)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(statement.Text));
        return $"c_{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }

    private async Task<int> WriteRowsAsync(RenderedLevel level)
    {
        for (var i = 0; i < level.Rows.Count; i++)
        {
            if (_any) sink.Write(","u8);
            _any = true;
            _writer.WriteRow(root, level, i);
            await sink.FlushAsync(cancellation);
        }

        return level.Rows.Count;
    }
}
