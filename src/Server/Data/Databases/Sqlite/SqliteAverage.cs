using System.Globalization;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>The average of exact numbers, with as many digits as PostgreSQL gives it.</summary>
internal readonly record struct SqliteAverage(SqliteSum Sum, long Count)
{
    // PostgreSQL counts digits in groups of four, and wants at least sixteen that say something.
    private const int GroupSize = 4;
    private const int Group = 10_000;
    private const int LeastDigits = 16;

    // As many as a decimal has.
    private const int MostPlaces = 28;

    public string? Text => Count == 0 ? null : Sum.Exact is { } sum && Sum.Rough is null
        ? Quotient(sum, Count)
        : ((Sum.Rough ?? 0) / Count).ToString(CultureInfo.InvariantCulture);

    public SqliteAverage Plus(object? value) => value is long or double ? new(Sum.Plus(value), Count + 1) : this;

    private static string Quotient(decimal sum, long count)
    {
        var ((weight, first), (divisorWeight, divisorFirst)) = (Weigh(Math.Abs(sum)), Weigh(count));
        var groups = weight - divisorWeight - (first <= divisorFirst ? 1 : 0);
        var places = Math.Clamp(LeastDigits - groups * GroupSize, sum.Scale, MostPlaces);
        return decimal.Round(sum / count, places, MidpointRounding.AwayFromZero)
            .ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    // The place of the first group that is not zero, and what it says.
    private static (int Weight, int First) Weigh(decimal number)
    {
        if (number == 0) return (0, 0);
        var weight = 0;
        for (; number >= Group; weight++) number /= Group;
        for (; number < 1; weight--) number *= Group;
        return (weight, (int)number);
    }
}
