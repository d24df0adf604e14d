using System.Globalization;
using Directus.Grpc.Server.Data.Changes;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>SQLite tells nobody of anything, but its file counts: DDL moves `schema_version`, and we move `user_version` for
/// settings of the schema. Looking at both costs microseconds. Rights are forgotten within a second anyway.</summary>
internal sealed class SqliteChangeFeed(Database database) : ChangeFeed
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public override async Task SendAsync(DbSession session, ChangeTopic topic, CancellationToken cancellation)
    {
        if (topic != ChangeTopic.Schema) return;
        // A pragma takes no parameter; this is a number that the database gave.
        var next = (await NumberAsync(session, "user_version", cancellation) + 1) & int.MaxValue;
        await session.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {next}"), cancellation);
    }

    public override async Task<IChangeSubscription> SubscribeAsync(CancellationToken cancellation)
    {
        var session = await database.OpenAsync(cancellation);
        return new Subscription(session, await VersionsAsync(session, cancellation));
    }

    private static async Task<(long, long)> VersionsAsync(DbSession session, CancellationToken cancellation) =>
        (await NumberAsync(session, "schema_version", cancellation), await NumberAsync(session, "user_version", cancellation));

    private static async Task<long> NumberAsync(DbSession session, string pragma, CancellationToken cancellation) =>
        Convert.ToInt64(await session.ScalarAsync(new SqlStatement($"pragma {pragma}", []), cancellation), CultureInfo.InvariantCulture);

    private sealed class Subscription(DbSession session, (long, long) known) : IChangeSubscription
    {
        private (long, long) _known = known;

        // Changes of this process move the numbers too; reading the schema once more does no harm.
        public async Task<IReadOnlySet<ChangeTopic>> NextAsync(CancellationToken cancellation)
        {
            while (true)
            {
                await Task.Delay(Interval, cancellation);
                var versions = await VersionsAsync(session, cancellation);
                if (versions == _known) continue;
                _known = versions;
                return new HashSet<ChangeTopic> { ChangeTopic.Schema };
            }
        }

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
