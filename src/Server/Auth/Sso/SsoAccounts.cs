using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The accounts of those whom a provider vouches for. They are known by provider and identifier only: an account is
/// never taken over by whoever comes with its mail address.</summary>
internal sealed class SsoAccounts(Database database, AccountStore accounts, ItemWriter writer)
{
    /// <summary>The account, made where that is allowed. INVALID_CREDENTIALS when there is none that may log in,
    /// INVALID_PROVIDER when the mail address or identifier is another provider's.</summary>
    public async Task<UserRow> OfAsync(SsoProvider provider, SsoProfile profile, Principal client, CancellationToken cancellation)
    {
        var person = SsoPerson.Of(provider, profile);
        if (await FindAsync(provider, person, cancellation) is not { } user) return await RegisterAsync(provider, person, client, cancellation);
        if (user.Status != UserRow.Active) throw DirectusException.InvalidCredentials();
        return await SyncAsync(provider, person, user, client, cancellation);
    }

    private async Task<UserRow?> FindAsync(SsoProvider provider, SsoPerson person, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Table<UserRow>()
            .FirstOrDefaultAsync(user => user.Provider == provider.Name && user.ExternalIdentifier == person.Identifier, cancellation);
    }

    private async Task<UserRow> RegisterAsync(SsoProvider provider, SsoPerson person, Principal client, CancellationToken cancellation)
    {
        if (!provider.Options.AllowPublicRegistration) throw DirectusException.InvalidCredentials();
        if (provider.Options.RequireVerifiedEmail && person.Email is null) throw DirectusException.InvalidCredentials();
        var item = JsonSerializer.SerializeToElement(new
        {
            provider = provider.Name,
            external_identifier = person.Identifier,
            email = person.Email,
            first_name = person.FirstName,
            last_name = person.LastName,
            role = person.Role,
        });
        try
        {
            await writer.WriteAsync(accounts.System(client), new ItemWrite.Create(SystemCollections.Users, [item]), cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.InvalidForeignKey)
        {
            throw new DirectusException(ErrorCodes.InvalidProviderConfig); // of a role that is gone
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.RecordNotUnique)
        {
            // Either two logins of the same new person at once, or the address or identifier is somebody else's.
            return await FindAsync(provider, person, cancellation) ?? throw new DirectusException(ErrorCodes.InvalidProvider);
        }

        return await FindAsync(provider, person, cancellation) ?? throw DirectusException.InvalidCredentials();
    }

    private async Task<UserRow> SyncAsync(SsoProvider provider, SsoPerson person, UserRow user, Principal client, CancellationToken cancellation)
    {
        var changes = await ChangesAsync(provider.Options, person, user, cancellation);
        if (changes.Count == 0) return user;
        var write = new ItemWrite.Update(SystemCollections.Users, [JsonSerializer.SerializeToElement(user.Id)],
            JsonSerializer.SerializeToElement(changes));
        await writer.WriteAsync(accounts.System(client), write, cancellation);
        return await accounts.FindAsync(user.Id, cancellation) ?? throw DirectusException.InvalidCredentials();
    }

    private async Task<JsonObject> ChangesAsync(ProviderOptions options, SsoPerson person, UserRow user, CancellationToken cancellation)
    {
        var changes = new JsonObject();
        // Where groups give roles, leaving a group takes the role.
        if (options.RoleMapping is not null && person.Role != user.Role) changes["role"] = person.Role;
        if (!options.SyncUserInfo) return changes;
        if (person.FirstName is { } first && first != user.FirstName) changes["first_name"] = first;
        if (person.LastName is { } last && last != user.LastName) changes["last_name"] = last;
        // An address that another account has stays with it.
        if (person.Email is { } email && email != user.Email && await accounts.FindAsync(email, cancellation) is null) changes["email"] = email;
        return changes;
    }
}
