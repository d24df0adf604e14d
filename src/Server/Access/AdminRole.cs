using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Access;

/// <summary>Which role is the administrators': of those that a policy makes administrators the one of that name, else the first by name.
/// Who they are is no secret to anybody who may see the role.</summary>
internal sealed class AdminRole(Database database, TimeProvider clock)
{
    private const string Usual = "Administrator";

    // As long as rights are kept.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private Known? _known;

    public async ValueTask<Guid?> FindAsync(CancellationToken cancellation)
    {
        if (_known is { } known && clock.GetElapsedTime(known.Since) < Lifetime) return known.Role;
        var since = clock.GetTimestamp();
        var role = await ReadAsync(cancellation);
        _known = new Known(since, role);
        return role;
    }

    private async Task<Guid?> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var roles = await (
            from access in db.Table<AccessRow>()
            join policy in db.Table<PolicyRow>() on access.Policy equals policy.Id
            join role in db.Table<RoleRow>() on access.Role equals role.Id
            where policy.AdminAccess
            select new { role.Id, role.Name }).ToListAsync(cancellation);
        return roles.OrderBy(role => role.Name != Usual).ThenBy(role => role.Name, StringComparer.Ordinal).ThenBy(role => role.Id)
            .Select(role => (Guid?)role.Id).FirstOrDefault();
    }

    private sealed record Known(long Since, Guid? Role);
}
