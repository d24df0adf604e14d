using System.Text.Json;
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

/// <summary>Nobody shares more than they may: the right to share is checked for every target that a share is given, and
/// what its receivers see is limited again, when they read, by what its creator may read then.</summary>
internal sealed class ShareRules(ShareTargets targets) : IItemRules
{
    public string Collection => SystemCollections.Shares;

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        foreach (var item in items) await RequireTargetAsync(caller, item["collection"], item["item"], cancellation);
        if (caller.Principal.Admin) return;
        if (items.Any(item => Text(item["times_used"]) is not (null or "0"))) throw DirectusException.Forbidden(Collection, "times_used");
        await RequirePlainRolesAsync(session, [.. items.Select(item => Text(item["role"])).OfType<string>()], cancellation);
    }

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        var ids = keys.Uuids();
        var shares = await session.Table<ShareRow>().Where(share => ids.Contains(share.Id)).ToListAsync(cancellation);
        foreach (var share in shares)
        {
            var moves = Changes(data, "collection", share.Collection) || Changes(data, "item", share.Item);
            if (!caller.Principal.Admin) await RequireMayChangeAsync(caller, session, share, data, moves, cancellation);
            else if (moves) await RequireTargetAsync(caller, data["collection"] ?? share.Collection, data["item"] ?? share.Item, cancellation);
            // Who was let in by the old password, or to see something else, has to come in anew. Dates and uses are looked
            // at whenever a token is used, so that an end which is taken back lets them stay.
            if (moves || data.ContainsKey("password")) await SessionStore.EndOfSharesAsync(session, [share.Id], cancellation);
        }
    }

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) =>
        SessionStore.EndOfSharesAsync(session, keys.Uuids(), cancellation);

    private async Task RequireMayChangeAsync(Caller caller, DbSession session, ShareRow share, JsonObject data, bool moves,
        CancellationToken cancellation)
    {
        if (Changes(data, "user_created", share.UserCreated?.ToString())) throw DirectusException.Forbidden(Collection, "user_created");
        if (Changes(data, "times_used", Text(share.TimesUsed ?? 0))) throw DirectusException.Forbidden(Collection, "times_used");
        var changesRole = Changes(data, "role", share.Role?.ToString());
        if (!moves && !changesRole) return;

        // A share shows what its creator may read: pointing another's share elsewhere would show what only they may.
        if (share.UserCreated is null || share.UserCreated != caller.Principal.User)
            throw DirectusException.Forbidden(Collection, moves ? "item" : "role");
        if (moves) await RequireTargetAsync(caller, data["collection"] ?? share.Collection, data["item"] ?? share.Item, cancellation);
        if (changesRole && Text(data["role"]) is { } role) await RequirePlainRolesAsync(session, [role], cancellation);
    }

    // What is missing is refused by the validation that all collections have.
    private async Task RequireTargetAsync(Caller caller, JsonNode? collection, JsonNode? item, CancellationToken cancellation)
    {
        if (Text(collection) is not { } name) return;
        if (Text(item) is { } key) await targets.RequireAsync(caller, name, key, cancellation);
        else ShareTargets.RequireCollection(caller, name);
    }

    // The reading side intersects role and creator; refusing an administrators' role here makes the attempt visible.
    private async Task RequirePlainRolesAsync(DbSession session, IReadOnlyList<string> roles, CancellationToken cancellation)
    {
        if (roles.Count == 0) return;
        var admins = await AdminSet.LoadAsync(session, AdminLoss.None, cancellation);
        if (roles.Any(role => Guid.TryParse(role, out var id) && admins.Roles.Contains(id))) throw DirectusException.Forbidden(Collection, "role");
    }

    private static bool Changes(JsonObject data, string field, string? stored) =>
        data.TryGetPropertyValue(field, out var value) && !string.Equals(Text(value), stored, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
