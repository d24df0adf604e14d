using System.Collections.Immutable;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>What the caller may do with each table, whatever policies it comes from.</summary>
internal sealed class OwnPrivileges(TimeProvider time)
{
    public LegacyAnswer List(LegacyCall call)
    {
        var caller = call.Caller;
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        return Privilege.Answer(PrivilegedTable.Of(caller)
            .Where(table => Permission.Actions.Any(action => caller.Access.Allows(table.Collection, action))).Select(table => In(caller, table)));
    }

    private Privilege In(Caller caller, PrivilegedTable table)
    {
        var role = caller.Principal.Role;
        var empty = new Privilege(Privilege.IdOf(role?.ToString(), table.Collection), role is { } id
            ? GroupKey.Of(id, caller.AdminRole)
            : 0,
            table.Name)
        { Listed = table.Listed };
        if (caller.Principal.Admin) return empty.Whole();
        var (read, update, create) = (Of(AccessAction.Read), Of(AccessAction.Update), Of(AccessAction.Create));
        return empty with
        {
            View = Level(read),
            Add = create.Any ? Privilege.Mine : Privilege.None,
            Edit = Level(update),
            Delete = Level(Of(AccessAction.Delete)),
            Unreadable = Without(read),
            Unwritable = Without(update) ?? Without(create),
        };

        // Of columns out of all reach the names are not told either.
        ImmutableArray<string>? Without(Permission permission)
        {
            if (!permission.Any || table.Without(permission.Fields.ToHashSet()) is not { } missing) return null;
            var reached = new[] { read, update, create }.SelectMany(other => other.Fields).ToHashSet();
            var told = missing.Except(table.Without(reached) ?? []).ToImmutableArray();
            return told.IsEmpty ? null : told;
        }

        Permission Of(AccessAction action) => Permission.Of(caller, caller.Schema[table.Collection], action, time.GetUtcNow());
    }

    private static int Level(Permission permission) => !permission.Any ? Privilege.None : permission.Full ? Privilege.All : Privilege.Mine;
}
