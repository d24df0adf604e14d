using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>How API v1.1 refuses: `{"success": false, "error": {"message": …}}`. Who gives no token learns nothing but that it takes
/// one.</summary>
internal sealed class LegacyFace : IHttpFace
{
    public static readonly LegacyFace WithToken = new(anonymous: false);
    public static readonly LegacyFace Anonymous = new(anonymous: true);

    private const string LoginNeeded = "You must be logged in to access the API";

    private readonly bool _anonymous;

    private LegacyFace(bool anonymous) => _anonymous = anonymous;

    public int Status(IReadOnlyList<DirectusError> refusals) => Of(refusals[0]).Status;

    public void Write(Utf8JsonWriter json, IReadOnlyList<DirectusError> refusals)
    {
        var message = refusals.Count == 1 ? Of(refusals[0]).Message : string.Join(' ', refusals.Select(refusal => refusal.Message));
        LegacyAnswer.Failure(message).Write(json);
    }

    private (int Status, string Message) Of(DirectusError refusal)
    {
        var code = refusal.Code;
        if (code == ErrorCodes.RouteNotFound) return (StatusCodes.Status404NotFound, refusal.Message);
        if (IsLogin(code) || (_anonymous && code == ErrorCodes.Forbidden)) return (StatusCodes.Status401Unauthorized, LoginNeeded);
        if (code == ErrorCodes.Forbidden) return (LegacyErrors.IsMissing(refusal) ? StatusCodes.Status404NotFound : code.HttpStatus, refusal.Message);
        if (code == ErrorCodes.RecordNotUnique || code == ErrorCodes.WriteConflict) return (StatusCodes.Status409Conflict, refusal.Message);
        var status = code.HttpStatus is 429 or >= 500 ? code.HttpStatus : StatusCodes.Status422UnprocessableEntity;
        return (status, refusal.Message);
    }

    private static bool IsLogin(ErrorCode code) => code == ErrorCodes.InvalidCredentials || code == ErrorCodes.InvalidToken
        || code == ErrorCodes.TokenExpired || code == ErrorCodes.UserSuspended || code == ErrorCodes.InvalidOtp;
}
