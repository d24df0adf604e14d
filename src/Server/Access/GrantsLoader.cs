using System.Collections.Immutable;
using System.Net;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Access;

/// <summary>Reads what an identity holds: roles with their ancestors, the policies attached to them, to the user or to the
/// public, and the permissions of those.</summary>
internal sealed class GrantsLoader(DbSession session, DatabaseSchema schema)
{
    // A chain of parents longer than this is a cycle.
    private const int MaxAncestors = 100;

    public Task<Grants> LoadAsync(Principal identity, CancellationToken cancellation) =>
        LoadAsync(identity.User, identity.Role, identity.Ip, cancellation);

    private async Task<Grants> LoadAsync(Guid? user, Guid? role, IPAddress? address, CancellationToken cancellation)
    {
        var roles = await RolesAsync(role, cancellation);
        var policies = await PoliciesAsync(user, roles, address, cancellation);
        var ids = policies.Select(policy => policy.Id).ToImmutableArray();
        var app = policies.Any(policy => policy.AppAccess);
        if (policies.Any(policy => policy.AdminAccess)) return new Grants(roles, ids, true, true, AccessRules.Unrestricted);
        var wanted = ids.ToArray();
        var permissions = wanted.Length == 0
            ? []
            : await session.Table<PermissionRow>().Where(row => wanted.Contains(row.Policy)).OrderBy(row => row.Id).ToListAsync(cancellation);
        return new Grants(roles, ids, false, app, RuleCompiler.Compile(app ? AppPermissions.Rows.Concat(permissions) : permissions));
    }

    /// <summary>What the share's role and the user who made it hold now; null when there is nobody left to hold it.</summary>
    public async Task<ShareGrants?> LoadShareAsync(Guid id, IPAddress? address, CancellationToken cancellation)
    {
        var share = await session.Table<ShareRow>().FirstOrDefaultAsync(row => row.Id == id, cancellation);
        var creator = share?.UserCreated is { } user
            ? await session.Table<UserRow>().FirstOrDefaultAsync(row => row.Id == user && row.Status == UserRow.Active, cancellation)
            : null;
        if (share is null || creator is null || !schema.TryGetCollection(share.Collection, out var collection)) return null;
        var own = await LoadAsync(null, share.Role, address, cancellation);
        var given = await LoadAsync(creator.Id, creator.Role, null, cancellation);
        return new ShareGrants(collection, share.Item, own, new Principal { User = creator.Id, Role = creator.Role }, given);
    }

    /// <summary>The role and its ancestors, from the root down.</summary>
    private async Task<ImmutableArray<Guid>> RolesAsync(Guid? role, CancellationToken cancellation)
    {
        if (role is null) return [];
        var parents = await session.Table<RoleRow>().Select(row => new { row.Id, row.Parent })
            .ToDictionaryAsync(row => row.Id, row => row.Parent, cancellation);
        var chain = new List<Guid>();
        for (var next = role; next is { } id && parents.ContainsKey(id) && chain.Count < MaxAncestors && !chain.Contains(id); next = parents[id])
            chain.Add(id);
        chain.Reverse();
        return [.. chain];
    }

    private async Task<List<PolicyRow>> PoliciesAsync(Guid? user, ImmutableArray<Guid> roles, IPAddress? address, CancellationToken cancellation)
    {
        var wanted = roles.Select(role => (Guid?)role).ToArray();
        var open = roles.IsEmpty;
        var attached = await session.Table<AccessRow>()
            .Where(row => (user != null && row.User == user) || wanted.Contains(row.Role) || (open && row.Role == null && row.User == null))
            .ToListAsync(cancellation);
        var ids = attached.Select(row => row.Policy).Distinct().ToArray();
        if (ids.Length == 0) return [];
        var policies = await session.Table<PolicyRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        // From the root role down, the user's own last: what comes later wins where presets differ.
        return [.. attached.OrderBy(row => row.User is null ? roles.IndexOf(row.Role ?? default) : int.MaxValue).ThenBy(row => row.Sort ?? 0)
            .Select(row => policies.GetValueOrDefault(row.Policy)).OfType<PolicyRow>().DistinctBy(policy => policy.Id)
            .Where(policy => AddressList.Admits(policy.IpAccess, address))];
    }
}
