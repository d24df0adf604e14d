using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Users.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Users;

// The second factor.
internal sealed partial class UsersGrpcService
{
    public override async Task<GenerateTfaResponse> GenerateTfa(GenerateTfaRequest request, ServerCallContext context)
    {
        var (http, caller) = (HttpCall.From(context), context.GetCaller());
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        TokenReplies.Guard(http);
        var password = (await PayloadReader.ReadAsync(http, request, context.CancellationToken)).Required("password");
        var made = await factors.GenerateAsync(caller, password, context.CancellationToken);
        http?.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString("secret", made.Secret);
            json.WriteString("otpauth_url", made.Url);
            json.WriteEndObject();
        });
        return http is null ? new GenerateTfaResponse { Secret = made.Secret, OtpauthUrl = made.Url } : new GenerateTfaResponse();
    }

    public override async Task<EnableTfaResponse> EnableTfa(EnableTfaRequest request, ServerCallContext context)
    {
        var (http, caller) = (HttpCall.From(context), context.GetCaller());
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        await factors.EnableAsync(caller, payload.Required("secret"), payload.Required("otp"), context.CancellationToken);
        http?.NoContent();
        return new EnableTfaResponse();
    }

    public override async Task<DisableTfaResponse> DisableTfa(DisableTfaRequest request, ServerCallContext context)
    {
        var (http, caller) = (HttpCall.From(context), context.GetCaller());
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        var otp = (await PayloadReader.ReadAsync(http, request, context.CancellationToken)).Required("otp");
        await factors.DisableAsync(caller, otp, context.CancellationToken);
        http?.NoContent();
        return new DisableTfaResponse();
    }

    public override async Task<DisableUserTfaResponse> DisableUserTfa(DisableUserTfaRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        if (caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        if (!Guid.TryParse(request.Id, out var user)) throw DirectusException.Forbidden();
        await factors.DisableOfAsync(caller, user, context.CancellationToken);
        HttpCall.From(context)?.NoContent();
        return new DisableUserTfaResponse();
    }
}
