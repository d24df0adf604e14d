using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Roles are a tree; who loses theirs is locked out until somebody decides anew; those by which the last
/// administrator is one stay.</summary>
internal sealed class RoleRules : IItemRules
{
    public string Collection => SystemCollections.Roles;

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation) =>
        Task.CompletedTask;

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        if (!data.TryGetPropertyValue("parent", out var parent)) return;
        var ids = keys.Uuids();
        if (Guid.TryParse(parent?.ToString(), out var above)) await RequireTreeAsync(session, ids, above, cancellation);
        await LastAdmin.RequireAnotherAsync(session, new AdminLoss { Orphans = [.. ids] }, cancellation);
    }

    public async Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation)
    {
        var ids = keys.Uuids();
        var members = await session.Table<UserRow>().Where(user => user.Role != null && ids.Contains(user.Role.Value))
            .Select(user => user.Id).ToListAsync(cancellation);
        await LastAdmin.RequireAnotherAsync(session, new AdminLoss { Roles = [.. ids], Users = [.. members] }, cancellation);

        Guid? none = null;
        await session.Table<RoleRow>().Where(role => role.Parent != null && ids.Contains(role.Parent.Value))
            .Set(role => role.Parent, none).UpdateAsync(cancellation);
        if (members.Count == 0) return;
        await session.Table<UserRow>().Where(user => members.Contains(user.Id))
            .Set(user => user.Status, UserRow.Suspended).Set(user => user.Role, none).UpdateAsync(cancellation);
        await SessionStore.EndOfUsersAsync(session, members, null, cancellation);
    }

    private static async Task RequireTreeAsync(DbSession session, List<Guid> roles, Guid parent, CancellationToken cancellation)
    {
        if (roles.Contains(parent)) throw DirectusException.InvalidPayload("A role cannot be a parent of itself");
        var parents = await session.Table<RoleRow>().Select(role => new { role.Id, role.Parent })
            .ToDictionaryAsync(role => role.Id, role => role.Parent, cancellation);
        var seen = new HashSet<Guid>();
        for (Guid? above = parent; above is { } id && seen.Add(id); above = parents.GetValueOrDefault(id))
        {
            if (roles.Contains(id)) throw DirectusException.InvalidPayload("A role cannot have a parent that is already a descendant of itself");
        }
    }
}
