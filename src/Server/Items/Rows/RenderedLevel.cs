namespace Directus.Grpc.Server.Items.Rows;

/// <summary>The rows of one level as JSON with holes, and the levels below that fill them.</summary>
internal sealed class RenderedLevel : IDisposable
{
    public MemorySink Json { get; } = new();

    public List<Row> Rows { get; } = [];

    public List<Hole> Holes { get; } = [];

    /// <summary>Rows by the key that ties them to their parents, in their order.</summary>
    public Dictionary<object, List<int>> ByLink { get; } = [];

    /// <summary>The levels below by the position of their output; none for plain values, null where no row leads there.</summary>
    public RenderedLevel?[][] Below { get; set; } = [];

    public void Dispose()
    {
        Json.Dispose();
        foreach (var levels in Below)
            foreach (var level in levels) level?.Dispose();
    }

    /// <summary>Where a row stands in the JSON, and its first hole.</summary>
    public readonly record struct Row(int Start, int End, int FirstHole, int HoleCount);
}
