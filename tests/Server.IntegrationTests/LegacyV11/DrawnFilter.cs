using System.Globalization;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>A random filter as it is sent, and whether a row fits it by the words of the specification.</summary>
internal sealed record DrawnFilter(string Query, Func<DrawnRow, bool> Holds)
{
    private static readonly string[] Comparing = ["=", "eq", "<>", "!=", "neq", "<", "lt", "<=", "lte", ">", "gt", ">=", "gte"];
    private static readonly string[] Listing = ["in", "nin"];
    private static readonly string[] Ranging = ["between", "nbetween"];
    private static readonly string[] Asking = ["null", "nnull", "empty", "nempty"];
    private static readonly string[] Searching = ["like", "contains", "nlike", "ncontains"];

    /// <summary>Up to three columns with up to two conditions each, joined as the specification says.</summary>
    public static DrawnFilter Next(Random random)
    {
        var parts = new List<string>();
        Func<DrawnRow, bool>? all = null;
        foreach (var column in random.GetItems(DrawnRow.Columns, random.Next(1, 4)).Distinct())
        {
            var terms = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Condition(random, column)).DistinctBy(term => term.Name).ToList();
            var or = random.Next(3) == 0;
            parts.AddRange(terms.Select(term => $"filters[{column}][{Uri.EscapeDataString(term.Name)}]={Uri.EscapeDataString(term.Value)}"));
            if (or) parts.Add($"filters[{column}][logical]=or");
            Func<DrawnRow, bool> group = row => or ? terms.Any(term => term.Holds(row)) : terms.All(term => term.Holds(row));
            all = Joined(all, group, terms.Count == 1 && or);
        }

        return new DrawnFilter(string.Join('&', parts), all!);
    }

    private static Func<DrawnRow, bool> Joined(Func<DrawnRow, bool>? before, Func<DrawnRow, bool> group, bool or)
    {
        if (before is null) return group;
        return or ? row => before(row) || group(row) : row => before(row) && group(row);
    }

    private static (string Name, string Value, Func<DrawnRow, bool> Holds) Condition(Random random, string column)
    {
        string[][] kinds = column switch
        {
            "word" => [["=", "eq", "<>", "!=", "neq"], Listing, Asking, Searching],
            "name" => [Comparing, Listing, Ranging, Asking, Searching],
            "flag" => [["=", "<>"], Asking],
            _ => [Comparing, Listing, Ranging, Asking],
        };
        var names = kinds[random.Next(kinds.Length)];
        var name = names[random.Next(names.Length)];
        if (names == Asking) return Asked(random, column, name);
        var values = Enumerable.Range(0, names == Ranging ? 2 : names == Listing ? random.Next(1, 4) : 1)
            .Select(_ => Known(random, column, single: names != Listing && names != Ranging)).ToList();
        return (name, string.Join(',', values), row => row.Values[column] is { } own && Fits(column, name, own, values));
    }

    // Of lists no empty text, which a list does not hold, and no text with a comma.
    private static string Known(Random random, string column, bool single)
    {
        while (true)
            if (DrawnRow.Value(random, column) is { } value && (single ? value.Length > 0 || IsText(column) : value.Length > 0)) return value;
    }

    private static (string Name, string Value, Func<DrawnRow, bool> Holds) Asked(Random random, string column, string name)
    {
        var turned = random.Next(2) == 0 && name.EndsWith("null", StringComparison.Ordinal);
        bool Is(string? own) => name.EndsWith("null", StringComparison.Ordinal) ? own is null : own is null || (IsText(column) && own.Length == 0);
        var negated = name.StartsWith('n') && name != "null";
        return (name, turned ? "0" : "1", row => Is(row.Values[column]) != (negated != turned));
    }

    private static bool Fits(string column, string name, string own, List<string> values) => name switch
    {
        "=" or "eq" => Compare(column, own, values[0]) == 0,
        "<>" or "!=" or "neq" => Compare(column, own, values[0]) != 0,
        "<" or "lt" => Compare(column, own, values[0]) < 0,
        "<=" or "lte" => Compare(column, own, values[0]) <= 0,
        ">" or "gt" => Compare(column, own, values[0]) > 0,
        ">=" or "gte" => Compare(column, own, values[0]) >= 0,
        "in" => values.Any(value => Compare(column, own, value) == 0),
        "nin" => values.All(value => Compare(column, own, value) != 0),
        "between" => Compare(column, own, values[0]) >= 0 && Compare(column, own, values[1]) <= 0,
        "nbetween" => Compare(column, own, values[0]) < 0 || Compare(column, own, values[1]) > 0,
        "like" or "contains" => own.Contains(values[0], StringComparison.OrdinalIgnoreCase),
        _ => !own.Contains(values[0], StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsText(string column) => column is "word" or "name";

    private static int Compare(string column, string own, string other) => column is "number" or "price" or "flag"
        ? decimal.Parse(own, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(other, CultureInfo.InvariantCulture))
        : string.CompareOrdinal(own, other);
}
