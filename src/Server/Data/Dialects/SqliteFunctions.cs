using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Dialects;

/// <summary>Functions that SQLite lacks.</summary>
internal static class SqliteFunctions
{
    public const string FoldName = "directus_fold";

    public const string SumName = "directus_sum";

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>(FoldName, Fold, isDeterministic: true);
        connection.CreateAggregate(SumName, (decimal?)null, (decimal? sum, object? value) => Add(sum, value),
            sum => sum?.ToString(CultureInfo.InvariantCulture), isDeterministic: true);
    }

    private static decimal? Add(decimal? sum, object? value) => value switch
    {
        null or DBNull => sum,
        string text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (sum ?? 0) + number : sum,
        _ => (sum ?? 0) + Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Text without its case, beyond ASCII too.</summary>
    public static string? Fold(string? text) => text?.ToUpperInvariant();
}
