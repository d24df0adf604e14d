namespace Directus.Grpc.Bench.Load;

/// <summary>A request to repeat.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Script">Script for wrk, when it is no GET.</param>
internal sealed record Scenario(string Name, string Path, string? Script = null)
{
    // Reading goes first: creating makes the table grow.
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("GET one item", $"/items/{BenchTable.Name}/1"),
        new("GET 100 items", $"/items/{BenchTable.Name}?limit=100"),
        new("POST one item", $"/items/{BenchTable.Name}", "create.lua"),
    ];
}
