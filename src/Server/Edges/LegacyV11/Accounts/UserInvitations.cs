using System.Text.Json;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Edges.Calls.Payloads;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>Invites users with the role that registration gives, for the old API names none.</summary>
internal sealed class UserInvitations(Invitations invitations, AccountStore accounts)
{
    public async Task<LegacyAnswer> InviteAsync(LegacyCall call)
    {
        var given = call.Fields.TryGetProperty("email", out var list) ? LegacyParameters.ListOf(list) : null;
        var payload = PayloadReader.Of(JsonSerializer.SerializeToElement(new { email = given ?? [] }));
        var emails = payload.EmailList("email");
        if (emails.Count == 0) throw LegacyErrors.Refused("The column [email] is required");
        var role = await accounts.RegistrationRoleAsync(call.Cancellation)
            ?? throw LegacyErrors.Refused("There is no role for those who are invited: registration gives none");
        await invitations.InviteAsync(call.Caller, emails, role, page: null, call.Cancellation);
        return LegacyAnswer.Success();
    }
}
