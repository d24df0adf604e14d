using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Values that rows and filters are drawn from: few, so that they meet, and awkward.</summary>
/// <param name="wildcards">Whether texts may hold what LIKE takes for a wildcard, which Directus does too.</param>
internal sealed class Pools(Random random, bool wildcards)
{
    private static readonly string[] Texts =
    [
        "", "a", "A", "ab", "Ab", "aB c", "100%", "_x", "a_b", "é", "É", "straße", "日本", "日本語", "😀 x", "it's", "say \"hi\"", "back\\slash",
        "12", "-5", "3.50", "x,y", "[]", "{}", "zz", "Zz", "Ünder", "line\nbreak",
    ];

    private static readonly string[] Labels = ["", "a", "a,b", "b,a", "red", "red,green,blue", "é,x"];

    private static readonly string[] Data =
    [
        "{}", "[]", "[1,2,3]", "{\"a\":{\"b\":1},\"list\":[\"x\",\"y\"]}", "5", "true", "{\"a\":null}", "[{\"a\":1},{\"a\":\"é\"}]",
    ];

    private static readonly Guid[] Idents = [.. Enumerable.Range(1, 6).Select(n => Guid.Parse($"{n}f000000-000{n}-4000-8000-00000000000{n}"))];

    public bool Chance(double of) => random.NextDouble() < of;

    public int Below(int bound) => random.Next(bound);

    public T Of<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>A few of them, in any order.</summary>
    public List<T> Some<T>(IEnumerable<T> list, int most)
    {
        var all = list.ToArray();
        random.Shuffle(all);
        return [.. all.Take(1 + random.Next(Math.Max(1, Math.Min(most, all.Length))))];
    }

    public object Value(Kind kind) => kind switch
    {
        Kind.Integer => Of<long>([-3, -1, 0, 1, 2, 5, 12, 100, int.MaxValue, int.MinValue]),
        Kind.BigInteger => Of<long>([-1, 0, 7, 12, 9007199254740993, -9007199254740993, long.MaxValue / 4]),
        Kind.Float => Of<double>([-2.5, 0, 0.1, 0.2, 0.3, 1.5, 12, 1024.75, -1.1]),
        Kind.Decimal => Of<decimal>([-10.25m, 0m, 0.10m, 0.20m, 3.50m, 12m, 99999999.99m, -0.01m]),
        Kind.Boolean => Chance(0.5),
        Kind.String or Kind.Text => Of(wildcards ? Texts : [.. Texts.Where(text => text.IndexOfAny(['%', '_', '\\']) < 0)]),
        Kind.Csv => Of(Labels),
        Kind.Date => Of<DateOnly>([new(1969, 12, 31), new(2000, 2, 29), new(2020, 12, 31), new(2021, 1, 1), new(2024, 1, 7), new(2024, 12, 30)]),
        Kind.Time => Of<TimeOnly>([new(0, 0, 0), new(0, 0, 1), new(12, 30, 0), new(23, 59, 59)]),
        Kind.DateTime => Moment(),
        Kind.Timestamp => Moment().AddMilliseconds(Of([0, 0, 1, 500, 999])),
        Kind.Json => JsonNode.Parse(Of(Data))!,
        Kind.Uuid => Of(Idents),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private DateTime Moment() => DateTime.SpecifyKind(
        Of<DateTime>([new(1969, 12, 31, 23, 59, 59), new(1970, 1, 1), new(2000, 2, 29, 12, 0, 0), new(2020, 12, 31, 23, 0, 0),
            new(2021, 1, 3, 0, 0, 0), new(2024, 6, 9, 8, 5, 9)]),
        DateTimeKind.Utc);
}
