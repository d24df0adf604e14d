using System.Globalization;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Counts rows in the database.</summary>
internal static class RowCount
{
    public static async Task<long> OfAsync(DbSession session, Source source, CancellationToken cancellation) => Convert.ToInt64(
        await session.ScalarAsync(CountCompiler.Count(session.Dialect, source), cancellation), CultureInfo.InvariantCulture);
}
