using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Retention;

/// <summary>A kind of record and when it has had its time.</summary>
/// <param name="What">Its name in the log.</param>
/// <param name="Keep">How long it is kept.</param>
/// <param name="Table">Where it is.</param>
/// <param name="Key">The key of that table.</param>
/// <param name="KeyKind">The kind of the key.</param>
/// <param name="Expired">Writes the condition of rows, as `t`, that are older than a moment.</param>
/// <param name="Unlink">Statements by which other rows let go of those with these keys, before they are removed.</param>
internal sealed record RetentionRule(string What, TimeSpan Keep, string Table, string Key, SqlKind KeyKind, Action<SqlBuilder, DateTime> Expired,
    params Action<SqlBuilder, object?[]>[] Unlink);
