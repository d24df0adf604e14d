using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>The static tokens of users, for clients that know no sessions.</summary>
internal sealed class StaticTokens(LoginService logins, AccountStore accounts)
{
    /// <summary>The token of who logs in, made if there is none yet. Refuses as a login does.</summary>
    public async Task<string> OfLoginAsync(LoginInput input, Principal client, CancellationToken cancellation)
    {
        var user = await logins.IdentifyAsync(input, client, cancellation);
        if (user.Token is { Length: > 0 } known) return known;
        var made = RandomText.OfAlphanumerics(RandomText.DefaultLength);
        var changed = await accounts.ChangeAsync(client, user.Id,
            rows => rows.Where(row => row.Token == null || row.Token == "").Set(row => row.Token, made),
            new JsonObject { ["token"] = AccountStore.Masked }, endSessions: false, cancellation);
        if (changed) return made;
        // Another call was quicker.
        return (await accounts.FindAsync(user.Id, cancellation))?.Token ?? throw DirectusException.InvalidCredentials();
    }
}
