using System.Data.Common;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Reads a plan level by level, one statement each, into JSON with holes. The levels of one depth go to the database
/// together.</summary>
internal sealed class LevelReader(DbSession session, CancellationToken cancellation)
{
    /// <param name="node">The level.</param>
    /// <param name="statement">What reads it.</param>
    /// <param name="eachRow">Sees the level's rows as they pass.</param>
    public async Task<RenderedLevel> ReadAsync(PlanNode node, SqlStatement statement, Action<DbDataReader>? eachRow = null)
    {
        RenderedLevel level;
        await using (var command = session.CreateCommand(statement))
        await using (var reader = await session.ExecuteReaderAsync(command, cancellation))
            level = await ReadRowsAsync(node, reader, int.MaxValue, eachRow);
        return await ReadBelowAsync(node, level);
    }

    /// <summary>Reads the next rows of a reader that stays open, and the levels below them.</summary>
    public async Task<RenderedLevel> ReadNextAsync(PlanNode node, DbDataReader reader, int rows) =>
        await ReadBelowAsync(node, await ReadRowsAsync(node, reader, rows));

    private async Task<RenderedLevel> ReadRowsAsync(PlanNode node, DbDataReader reader, int rows, Action<DbDataReader>? eachRow = null)
    {
        var level = new RenderedLevel { Below = [.. node.Outputs.Select(output => new RenderedLevel?[output.Branches.Length])] };
        try
        {
            await ReadRowsAsync(node, reader, rows, level, eachRow);
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
        var groups = node.Groups is { } plan ? new GroupRenderer(session.Dialect, plan, 1) : null;
        using var json = new Utf8JsonWriter(level.Json, RowJson.WriterOptions);
        while (level.Rows.Count < rows && await reader.ReadAsync(cancellation))
        {
            var start = level.Json.Length;
            var firstHole = level.Holes.Count;
            if (node.Link is { } link && session.Dialect.Values.Value(reader, 0, link.Kind) is { } key)
            {
                if (!level.ByLink.TryGetValue(key, out var siblings)) level.ByLink[key] = siblings = [];
                siblings.Add(level.Rows.Count);
            }

            if (groups is null) renderer.Write(reader, json, level.Holes);
            else groups.Write(reader, json);
            eachRow?.Invoke(reader);
            json.Flush();
            level.Rows.Add(new RenderedLevel.Row(start, level.Json.Length, firstHole, level.Holes.Count - firstHole));
            // Each row starts a JSON text of its own: no comma, positions counted from the row's start.
            json.Reset();
        }
    }

    private async Task<RenderedLevel> ReadBelowAsync(PlanNode node, RenderedLevel level)
    {
        try
        {
            var wanted = Wanted(node, level);
            while (wanted.Count > 0)
            {
                var depth = wanted;
                await session.ReadAllAsync([.. depth.Select(below => below.Statement)],
                    async (i, reader) => depth[i].Put(await ReadRowsAsync(depth[i].Node, reader, int.MaxValue)), cancellation);
                wanted = [.. depth.SelectMany(below => Wanted(below.Node, below.Level!))];
            }

            return level;
        }
        catch
        {
            level.Dispose();
            throw;
        }
    }

    private List<LevelBelow> Wanted(PlanNode node, RenderedLevel level)
    {
        var wanted = new List<LevelBelow>();
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
                wanted.Add(new LevelBelow(below, statement, level, i, b));
            }
        }

        return wanted;
    }

    private static object?[] Keys(RenderedLevel level, int output, int branch, SqlKind kind)
    {
        var keys = new HashSet<object>();
        foreach (var hole in level.Holes)
            if (hole.Output == output && hole.Branch == branch && hole.Key is { } key && LinkKey.Parameter(key, kind) is { } parameter)
                keys.Add(parameter);
        return [.. keys];
    }

    /// <summary>A level to read, and its place in the one above.</summary>
    private sealed record LevelBelow(PlanNode Node, SqlStatement Statement, RenderedLevel Above, int Output, int Branch)
    {
        public RenderedLevel? Level => Above.Below[Output][Branch];

        public void Put(RenderedLevel level)
        {
            Level?.Dispose(); // of a first try
            Above.Below[Output][Branch] = level;
        }
    }
}
