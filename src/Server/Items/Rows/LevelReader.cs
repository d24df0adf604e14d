using System.Data.Common;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Reads a plan level by level, one statement each, into JSON with holes.</summary>
internal sealed class LevelReader(DbSession session, CancellationToken cancellation)
{
    /// <param name="node">The level.</param>
    /// <param name="statement">What reads it.</param>
    /// <param name="eachRow">Sees the level's rows as they pass.</param>
    public async Task<RenderedLevel> ReadAsync(PlanNode node, SqlStatement statement, Action<DbDataReader>? eachRow = null)
    {
        await using var command = session.CreateCommand(statement);
        var reader = await session.ExecuteReaderAsync(command, cancellation);
        return await ReadAsync(node, reader, int.MaxValue, closes: true, eachRow);
    }

    /// <summary>Reads the next rows of a reader that stays open, and the levels below them.</summary>
    public Task<RenderedLevel> ReadNextAsync(PlanNode node, DbDataReader reader, int rows) => ReadAsync(node, reader, rows, closes: false, null);

    private async Task<RenderedLevel> ReadAsync(PlanNode node, DbDataReader reader, int rows, bool closes, Action<DbDataReader>? eachRow)
    {
        var level = new RenderedLevel { Below = [.. node.Outputs.Select(output => new RenderedLevel?[output.Branches.Length])] };
        try
        {
            try
            {
                await ReadRowsAsync(node, reader, rows, level, eachRow);
            }
            finally
            {
                if (closes) await reader.DisposeAsync();
            }

            if (level.Rows.Count > 0) await ReadBelowAsync(node, level);
            return level;
        }
        catch
        {
            level.Dispose();
            throw;
        }
    }

    private async Task ReadRowsAsync(PlanNode node, DbDataReader reader, int rows, RenderedLevel level, Action<DbDataReader>? eachRow)
    {
        var renderer = new RowRenderer(session.Dialect, node);
        using var json = new Utf8JsonWriter(level.Json, RowJson.WriterOptions);
        while (level.Rows.Count < rows && await reader.ReadAsync(cancellation))
        {
            var start = level.Json.Length;
            var firstHole = level.Holes.Count;
            if (node.Link is { } link && LinkKey.Read(reader, 0, link.Kind) is { } key)
            {
                if (!level.ByLink.TryGetValue(key, out var siblings)) level.ByLink[key] = siblings = [];
                siblings.Add(level.Rows.Count);
            }

            renderer.Write(reader, json, level.Holes);
            eachRow?.Invoke(reader);
            json.Flush();
            level.Rows.Add(new RenderedLevel.Row(start, level.Json.Length, firstHole, level.Holes.Count - firstHole));
            // Each row starts a JSON text of its own: no comma, positions counted from the row's start.
            json.Reset();
        }
    }

    private async Task ReadBelowAsync(PlanNode node, RenderedLevel level)
    {
        for (var i = 0; i < node.Outputs.Length; i++)
        {
            var branches = node.Outputs[i].Branches;
            for (var b = 0; b < branches.Length; b++)
            {
                var below = branches[b];
                var keys = Keys(level, i, b, below.Link!.Kind);
                if (keys.Length == 0) continue;
                var statement = node.Outputs[i] is PlanOutput.Many
                    ? SelectCompiler.ToMany(session.Dialect, below, keys)
                    : SelectCompiler.ToOne(session.Dialect, below, keys);
                level.Below[i][b] = await ReadAsync(below, statement);
            }
        }
    }

    private static object?[] Keys(RenderedLevel level, int output, int branch, SqlKind kind)
    {
        var keys = new HashSet<object>();
        foreach (var hole in level.Holes)
            if (hole.Output == output && hole.Branch == branch && hole.Key is { } key && LinkKey.Parameter(key, kind) is { } parameter) keys.Add(parameter);
        return [.. keys];
    }
}
