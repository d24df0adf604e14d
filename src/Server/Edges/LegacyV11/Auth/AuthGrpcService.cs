using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Privileges;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Auth;

/// <summary>How old clients get their token, and learn what they may do.</summary>
internal sealed class AuthGrpcService(TokenRequests tokens, OwnPrivileges privileges) : LegacyAuthService.LegacyAuthServiceBase
{
    public override Task<Reply> RequestToken(AuthRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, null, request.Body, tokens.RequestAsync);

    public override Task<Reply> ForgotPassword(AuthRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, null, request.Body, tokens.ForgotAsync);

    public override Task<Reply> ListOwnPrivileges(AuthRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, null, request.Body, call => Task.FromResult(privileges.List(call)));
}
