using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Mail addresses are valid and each is one user's; a change of who somebody is or what opens their account ends
/// their sessions; the last administrator stays.</summary>
internal sealed class UserRules : IItemRules
{
    // Set by logins and by other services only.
    private static readonly string[] Managed = ["provider", "external_identifier"];

    public string Collection => SystemCollections.Users;

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        foreach (var item in items) RequireFormAndRights(caller, item);
        if (items.Any(item => item["tfa_secret"] is not null)) throw NotByHand("tfa_secret");
        await PasswordPolicy.RequireAsync(session, [.. items.Select(PasswordOf).OfType<string>()], cancellation);
        var addresses = items.Select(item => AddressOf(item)).OfType<string>().ToList();
        await UniqueAddresses.RequireAsync(session, addresses, [], cancellation);
    }

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        RequireFormAndRights(caller, data);
        if (data.ContainsKey("tfa_secret")) throw NotByHand("tfa_secret");
        if (PasswordOf(data) is { } password) await PasswordPolicy.RequireAsync(session, [password], cancellation);
        var ids = keys.Uuids();
        if (AddressOf(data) is { } address)
        {
            if (ids.Count > 1) throw UniqueAddresses.NotUnique(address);
            await UniqueAddresses.RequireAsync(session, [address], ids, cancellation);
        }

        if (!data.ContainsKey("password") && !data.ContainsKey("status") && !data.ContainsKey("role")) return;
        await OnAccountChangeAsync(caller, session, ids, data, cancellation);
    }

    public async Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation)
    {
        var ids = keys.Uuids();
        await LastAdmin.RequireAnotherAsync(session, new AdminLoss { Users = [.. ids] }, cancellation);
        await SessionStore.EndOfUsersAsync(session, ids, null, cancellation);
    }

    private static async Task OnAccountChangeAsync(Caller caller, DbSession session, List<Guid> ids, JsonObject data, CancellationToken cancellation)
    {
        var users = await session.Table<UserRow>().Where(user => ids.Contains(user.Id))
            .Select(user => new { user.Id, user.Status, user.Role }).ToListAsync(cancellation);
        var changed = users.Where(user => Changes(data, "status", user.Status) || Changes(data, "role", user.Role?.ToString())).ToList();
        if (changed.Count > 0)
        {
            var admins = await AdminSet.LoadAsync(session, AdminLoss.None, cancellation);
            var lost = changed.Where(user => Given(data, "status", user.Status) != UserRow.Active ||
                !admins.Includes(user.Id, Guid.TryParse(Given(data, "role", user.Role?.ToString()), out var role) ? role : null));
            await LastAdmin.RequireAnotherAsync(session, new AdminLoss { Users = [.. lost.Select(user => user.Id)] }, cancellation);
            // Whose password somebody else guesses at is told so when the session is to be renewed; it opens nothing until then.
            if (!SuspendsItself(caller, data)) await SessionStore.EndOfUsersAsync(session, [.. changed.Select(user => user.Id)], null, cancellation);
        }

        // Who changes the own password keeps the session that they do it in.
        if (data.ContainsKey("password")) await SessionStore.EndOfUsersAsync(session, ids, caller.Principal.Session, cancellation);
    }

    // By no caller, but after too many attempts to log in.
    private static bool SuspendsItself(Caller caller, JsonObject data) =>
        caller.Principal is { User: null, Admin: true } && Given(data, "status", null) == UserRow.Suspended;

    private static void RequireFormAndRights(Caller caller, JsonObject data)
    {
        if (!caller.Principal.Admin && Managed.FirstOrDefault(data.ContainsKey) is { } managed) throw NotByHand(managed);
        if (data["email"] is not { } email) return;
        if (email.GetValueKind() != JsonValueKind.String || !EmailAddress.IsValid(email.GetValue<string>())) throw NoAddress();
        // One form for all: so the database's own index keeps addresses unique whatever their case.
        data["email"] = EmailAddress.Normalize(email.GetValue<string>());
    }

    private static string? AddressOf(JsonObject data) => data["email"]?.GetValue<string>();

    private static string? PasswordOf(JsonObject data) =>
        data["password"] is JsonValue value && value.TryGetValue<string>(out var password) ? password : null;

    private static bool Changes(JsonObject data, string field, string? stored) =>
        !string.Equals(Given(data, field, stored), stored, StringComparison.Ordinal);

    // What the field holds after the write.
    private static string? Given(JsonObject data, string field, string? stored) =>
        !data.TryGetPropertyValue(field, out var value) ? stored
        : value is JsonValue text && text.TryGetValue<string>(out var given) ? given
        : value?.ToJsonString();

    private static DirectusException NotByHand(string field) =>
        DirectusException.InvalidPayload($"You can't change the \"{field}\" value manually");

    private static DirectusException NoAddress() => new([new DirectusError(ErrorCodes.FailedValidation,
        "Validation failed for field \"email\". Value has to be a valid email address.",
        new Dictionary<string, object?> { ["field"] = "email", ["path"] = Array.Empty<object>(), ["type"] = "email" })]);
}
