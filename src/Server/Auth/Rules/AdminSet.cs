using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>The roles and users that a policy makes administrators; a role passes it on to the roles beneath it.</summary>
internal sealed record AdminSet(ImmutableHashSet<Guid> Roles, ImmutableHashSet<Guid> Users)
{
    public static async Task<AdminSet> LoadAsync(DbSession db, AdminLoss loss, CancellationToken cancellation)
    {
        var attachments = await (
            from access in db.Table<AccessRow>()
            join policy in db.Table<PolicyRow>() on access.Policy equals policy.Id
            where policy.AdminAccess
            select access).ToListAsync(cancellation);
        attachments.RemoveAll(access => loss.Policies.Contains(access.Policy) || loss.Attachments.Contains(access.Id));
        var parents = await db.Table<RoleRow>().Select(role => new { role.Id, role.Parent }).ToListAsync(cancellation);
        var children = parents.Where(role => !loss.Orphans.Contains(role.Id)).ToLookup(role => role.Parent, role => role.Id);

        var roles = ImmutableHashSet.CreateBuilder<Guid>();
        var next = new Stack<Guid>(attachments.Where(access => access.Role is not null).Select(access => access.Role!.Value));
        while (next.TryPop(out var role))
        {
            if (loss.Roles.Contains(role) || !roles.Add(role)) continue;
            foreach (var child in children[role]) next.Push(child);
        }

        return new AdminSet(roles.ToImmutable(),
            [.. attachments.Where(access => access.User is not null).Select(access => access.User!.Value)]);
    }

    public bool Includes(Guid user, Guid? role) => Users.Contains(user) || (role is { } id && Roles.Contains(id));

    /// <summary>Whether an active user is an administrator, other than those of the loss.</summary>
    public async Task<bool> HasActiveAsync(DbSession db, AdminLoss loss, CancellationToken cancellation)
    {
        var (roles, users, lost) = (Roles.ToList(), Users.ToList(), loss.Users.ToList());
        return await db.Table<UserRow>().AnyAsync(user => user.Status == UserRow.Active && !lost.Contains(user.Id) &&
            (users.Contains(user.Id) || (user.Role != null && roles.Contains(user.Role.Value))), cancellation);
    }
}
