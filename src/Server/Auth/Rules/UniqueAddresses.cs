using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>A mail address is one user's, whatever its letter case. The unique index sees to new ones; older projects hold
/// addresses as they were typed.</summary>
internal static class UniqueAddresses
{
    /// <param name="addresses">Normalized addresses that are to be written.</param>
    /// <param name="owners">Users who may have them already.</param>
    public static async Task RequireAsync(DbSession session, IReadOnlyList<string> addresses, IReadOnlyList<Guid> owners,
        CancellationToken cancellation)
    {
        if (addresses.Count == 0) return;
        var twice = addresses.GroupBy(address => address).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        if (twice.Count > 0) throw NotUnique($"[{string.Join(',', twice)}]");

        var taken = await TakenAsync(session, addresses, owners, cancellation);
        if (taken.Count > 0) throw NotUnique($"[{string.Join(',', taken.Distinct())}]");
    }

    private static Task<List<string>> TakenAsync(DbSession session, IReadOnlyList<string> addresses, IReadOnlyList<Guid> owners,
        CancellationToken cancellation)
    {
        // Not LINQ, which would write the addresses of a list into the text.
        var sql = new SqlBuilder(session.Dialect).Append("select lower(email) from directus_users where ");
        session.Dialect.AppendIn(sql, left => left.Append("lower(email)"), [.. addresses], SqlKind.Text);
        if (owners.Count > 0)
        {
            sql.Append(" and not (");
            session.Dialect.AppendIn(sql, left => left.Append("id"), [.. owners.Cast<object?>()], SqlKind.Uuid);
            sql.Append(')');
        }

        return session.QueryAsync(sql.Build(), reader => reader.GetString(0), cancellation);
    }

    public static DirectusException NotUnique(string value) => new([new DirectusError(ErrorCodes.RecordNotUnique,
        $"Value \"{value}\" for field \"email\" in collection \"directus_users\" has to be unique.",
        new Dictionary<string, object?> { ["collection"] = SystemCollections.Users, ["field"] = "email", ["value"] = value })]);
}
