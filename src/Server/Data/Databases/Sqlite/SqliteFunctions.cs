using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>Functions that SQLite lacks.</summary>
internal static class SqliteFunctions
{
    public const string FoldName = "directus_fold";

    public const string SumName = "directus_sum";

    public const string AverageName = "directus_avg";

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>(FoldName, Fold, isDeterministic: true);
        connection.CreateAggregate(SumName, default(SqliteSum), (SqliteSum sum, object? value) => sum.Plus(value), sum => sum.Text,
            isDeterministic: true);
        connection.CreateAggregate(AverageName, default(SqliteAverage), (SqliteAverage average, object? value) => average.Plus(value),
            average => average.Text, isDeterministic: true);
    }

    /// <summary>Text without its case, beyond ASCII too.</summary>
    public static string? Fold(string? text) => text?.ToUpperInvariant();
}
