using Directus.Grpc.Server.Data.Changes;
using Npgsql;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

/// <summary>Notifications of PostgreSQL: delivered when the sender commits, within a millisecond or so. Whoever sends none, as
/// Directus itself does, is found out by PostgreSQL's own count of changed rows.</summary>
internal sealed class PostgresChangeFeed(NpgsqlDataSource source) : ChangeFeed
{
    private const string Channel = "directus_grpc";

    private const string CountSql = """
        select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint from pg_stat_all_tables
        where relid = 'pg_attribute'::regclass
          or relid in (to_regclass('directus_collections'), to_regclass('directus_fields'), to_regclass('directus_relations'))
        """;

    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(2);

    // A server knows its own changes already.
    private readonly string _sender = $"{Guid.NewGuid():N}";

    public override Task SendAsync(DbSession session, ChangeTopic topic, CancellationToken cancellation) => session.ScalarAsync(
        new SqlBuilder(session.Dialect).Append("select pg_notify(").Value(Channel, SqlKind.Text).Append(", ")
            .Value($"{_sender} {topic}", SqlKind.Text).Append(')').Build(), cancellation);

    public override async Task<IChangeSubscription> SubscribeAsync(CancellationToken cancellation)
    {
        var connection = source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation);
            await using var listen = new NpgsqlCommand($"listen {Channel}", connection);
            await listen.ExecuteNonQueryAsync(cancellation);
            return new Subscription(connection, _sender, await CountAsync(connection, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand(CountSql, connection);
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    private sealed class Subscription : IChangeSubscription
    {
        private readonly NpgsqlConnection _connection;
        private HashSet<ChangeTopic> _heard = [];
        private long _count;

        public Subscription(NpgsqlConnection connection, string self, long count)
        {
            (_connection, _count) = (connection, count);
            connection.Notification += (_, notification) =>
            {
                if (notification.Payload.Split(' ') is [var sender, var topic] && sender != self && Enum.TryParse<ChangeTopic>(topic, out var known))
                    _heard.Add(known);
            };
        }

        public async Task<IReadOnlySet<ChangeTopic>> NextAsync(CancellationToken cancellation)
        {
            while (_heard.Count == 0)
            {
                if (!await _connection.WaitAsync(CountInterval, cancellation)) await RecountAsync(cancellation);
            }

            return Interlocked.Exchange(ref _heard, []);
        }

        private async Task RecountAsync(CancellationToken cancellation)
        {
            var count = await CountAsync(_connection, cancellation);
            if (count != _count) _heard.Add(ChangeTopic.Schema);
            _count = count;
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
