using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>The columns of all rows, in the order in which they first appear.</summary>
internal sealed class CsvColumns
{
    // Each row has every column, so a few JSON values with ever other names would make a file without end.
    private const int Most = 10_000;

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public List<string> Names { get; } = [];

    public void Add(JsonElement row) => Walk(row, null, (name, _) =>
    {
        if (!_positions.TryAdd(name, Names.Count)) return;
        if (Names.Count == Most) throw DirectusException.InvalidQuery($"A csv export has at most {Most} columns");
        Names.Add(name);
    });

    /// <summary>Puts the row's values in their columns; columns that it lacks are undefined.</summary>
    public void Fill(JsonElement row, JsonElement[] cells)
    {
        Array.Clear(cells);
        Walk(row, null, (name, value) => cells[_positions[name]] = value);
    }

    private static void Walk(JsonElement value, string? path, Action<string, JsonElement> visit)
    {
        foreach (var property in value.EnumerateObject())
        {
            var name = path is null ? property.Name : $"{path}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object && property.Value.GetPropertyCount() > 0) Walk(property.Value, name, visit);
            else visit(name, property.Value);
        }
    }
}
