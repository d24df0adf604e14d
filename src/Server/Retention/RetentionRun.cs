using System.Data.Common;
using Directus.Grpc.Server.Data;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Retention;

/// <summary>Removes what has had its time, some rows in a transaction, so that none is locked for long. Where several servers
/// share a database, one of them does it and the others leave it.</summary>
internal sealed class RetentionRun(Database database, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionRun> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (database.Dialect.TryJobLock is not { } take)
        {
            await RemoveAsync(cancellation);
            return;
        }

        await using var holder = await database.OpenAsync(cancellation);
        if (await holder.ScalarAsync(new SqlStatement(take, []), cancellation) is not true) return;
        try
        {
            await RemoveAsync(cancellation);
        }
        finally
        {
            // A connection that is lost has let go of it already.
            await holder.ExecuteAsync(database.Dialect.JobUnlock!, CancellationToken.None);
        }
    }

    private async Task RemoveAsync(CancellationToken cancellation)
    {
        foreach (var rule in RetentionRules.Of(options.Value))
        {
            var until = (time.GetUtcNow() - rule.Keep).UtcDateTime;
            int removed, all = 0;
            do
            {
                if (all > 0) await Task.Delay(Pause, time, cancellation);
                all += removed = await database.TransactAsync(session => RemoveSomeAsync(session, rule, until, cancellation), cancellation);
            }
            while (removed == options.Value.Batch);
            if (all > 0) RetentionLog.Removed(logger, all, rule.What);
        }
    }

    private async Task<int> RemoveSomeAsync(DbSession session, RetentionRule rule, DateTime until, CancellationToken cancellation)
    {
        var find = new SqlBuilder(session.Dialect).Append("select ").Name("t", rule.Key).Append(" from ").Name(rule.Table).Append(" t where ");
        rule.Expired(find, until);
        find.Append(" order by ").Name("t", rule.Key).Append(" limit ").Append(options.Value.Batch);
        object?[] keys = [.. await session.QueryAsync(find.Build(), reader => Key(reader, rule.KeyKind), cancellation)];
        if (keys.Length == 0) return 0;
        foreach (var unlink in rule.Unlink)
        {
            var statement = new SqlBuilder(session.Dialect);
            unlink(statement, keys);
            await session.ExecuteAsync(statement.Build(), cancellation);
        }

        var remove = new SqlBuilder(session.Dialect).Append("delete from ").Name(rule.Table).Append(" where ");
        session.Dialect.AppendIn(remove, left => left.Name(rule.Key), keys, rule.KeyKind);
        await session.ExecuteAsync(remove.Build(), cancellation);
        return keys.Length;
    }

    private static object Key(DbDataReader reader, SqlKind kind) => kind switch
    {
        SqlKind.Integer => reader.GetInt32(0),
        SqlKind.Uuid => reader.GetGuid(0),
        _ => reader.GetString(0),
    };
}
