using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Users.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Users;

// How people come to an account.
internal sealed partial class UsersGrpcService
{
    public override async Task<InviteUsersResponse> InviteUsers(InviteUsersRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var (emails, role, page) = (payload.Emails("email"), payload.Uuid("role"), payload.Optional("invite_url"));
        payload.Only("email", "role", "invite_url");
        await invitations.InviteAsync(context.GetCaller(), emails, role, page, context.CancellationToken);
        http?.NoContent();
        return new InviteUsersResponse();
    }

    public override async Task<AcceptInviteResponse> AcceptInvite(AcceptInviteRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        TokenReplies.Guard(http);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var (token, password) = (payload.Required("token"), payload.Required("password"));
        payload.Only("token", "password");
        await invitations.AcceptAsync(token, password, context.GetCaller().Principal, context.CancellationToken);
        http?.NoContent();
        return new AcceptInviteResponse();
    }

    public override async Task<RegisterUserResponse> RegisterUser(RegisterUserRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var (email, password, page) = (payload.Email("email"), payload.Required("password"), payload.Optional("verification_url"));
        var input = new RegistrationInput(email, password, payload.Optional("first_name"), payload.Optional("last_name"), page);
        payload.Only("email", "password", "verification_url", "first_name", "last_name");
        await registrations.RegisterAsync(input, context.GetCaller().Principal, context.CancellationToken);
        http?.NoContent();
        return new RegisterUserResponse();
    }

    public override async Task<VerifyRegistrationResponse> VerifyRegistration(VerifyRegistrationRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        TokenReplies.Guard(http);
        var token = http is null ? request.Token : DirectusQueryString.Value(http.Http.Request.QueryString.Value, "token=") ?? "";
        var user = await registrations.VerifyAsync(token, context.GetCaller().Principal, context.CancellationToken);
        http?.Redirect(address.Of($"/admin/users/{user}"));
        return new VerifyRegistrationResponse { Id = user.ToString() };
    }
}
