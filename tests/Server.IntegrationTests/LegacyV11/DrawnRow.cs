using System.Globalization;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>A row of random values, some of them null; texts as a filter gives them.</summary>
internal sealed record DrawnRow(int Id, IReadOnlyDictionary<string, string?> Values)
{
    public static readonly string[] Columns = ["word", "name", "number", "price", "flag", "day"];

    // Databases agree on the order of these.
    private static readonly string[] Names = ["", "apple", "fig", "pear", "plum"];

    private static readonly string[] Words = ["apple", "Apple pie", "100% fruit", "a_b", "pear", "", "Zoo"];

    public static DrawnRow Next(Random random, int id) => new(id, Columns.ToDictionary(column => column, column => Value(random, column)));

    /// <summary>A value that such a column may hold; null now and then.</summary>
    public static string? Value(Random random, string column) => random.Next(6) == 0 ? null : column switch
    {
        "word" => Words[random.Next(Words.Length)],
        "name" => Names[random.Next(Names.Length)],
        "number" => random.Next(-2, 6).ToString(CultureInfo.InvariantCulture),
        "price" => (random.Next(0, 8) / 2m).ToString(CultureInfo.InvariantCulture),
        "flag" => random.Next(2).ToString(CultureInfo.InvariantCulture),
        _ => $"2016-12-0{random.Next(1, 6)}",
    };

    public JsonObject ToJson() => new(Values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
