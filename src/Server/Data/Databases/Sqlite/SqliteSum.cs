using System.Globalization;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>The sum of numbers, exact as long as 28 digits hold it.</summary>
/// <param name="Exact">Null when there was no number yet.</param>
/// <param name="Rough">Of the sums that more digits would be needed for.</param>
internal readonly record struct SqliteSum(decimal? Exact, double? Rough)
{
    public string? Text => Rough?.ToString(CultureInfo.InvariantCulture) ?? Exact?.ToString(CultureInfo.InvariantCulture);

    public SqliteSum Plus(object? value) => value switch
    {
        long or double when Rough is { } rough => this with { Rough = rough + Convert.ToDouble(value, CultureInfo.InvariantCulture) },
        long or double when TryAdd(value, out var sum) => this with { Exact = sum },
        long or double => this with { Rough = (double)(Exact ?? 0) + Convert.ToDouble(value, CultureInfo.InvariantCulture) },
        _ => this,
    };

    private bool TryAdd(object value, out decimal sum)
    {
        sum = 0;
        if (value is double and not (> -1e28 and < 1e28)) return false;
        // Far from the bounds, or checked against them: no exception for each row.
        var (a, b) = (Exact ?? 0, Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        if (b > 0 ? a > decimal.MaxValue - b : a < decimal.MinValue - b) return false;
        sum = a + b;
        return true;
    }
}
