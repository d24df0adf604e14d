using System.Collections.Frozen;
using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>The status over gRPC of each code in the catalogue.</summary>
internal static class RpcStatusCodes
{
    private static readonly FrozenDictionary<ErrorCode, StatusCode> Statuses = new Dictionary<StatusCode, ErrorCode[]>
    {
        [StatusCode.Unimplemented] =
        [
            ErrorCodes.RouteNotFound, ErrorCodes.MethodNotAllowed,
        ],
        [StatusCode.InvalidArgument] =
        [
            ErrorCodes.UnsupportedMediaType, ErrorCodes.InvalidPayload, ErrorCodes.InvalidQuery, ErrorCodes.GraphQLValidation,
            ErrorCodes.IllegalAssetTransformation, ErrorCodes.FailedValidation, ErrorCodes.ValueTooLong, ErrorCodes.NotNullViolation,
        ],
        [StatusCode.ResourceExhausted] =
        [
            ErrorCodes.ContentTooLarge, ErrorCodes.LimitExceeded, ErrorCodes.RequestsExceeded,
        ],
        [StatusCode.OutOfRange] =
        [
            ErrorCodes.RangeNotSatisfiable, ErrorCodes.ValueOutOfRange,
        ],
        [StatusCode.Unauthenticated] =
        [
            ErrorCodes.InvalidCredentials, ErrorCodes.InvalidToken, ErrorCodes.TokenExpired, ErrorCodes.InvalidOtp,
            ErrorCodes.UserSuspended,
        ],
        [StatusCode.PermissionDenied] =
        [
            ErrorCodes.InvalidProvider, ErrorCodes.Forbidden,
        ],
        [StatusCode.Unavailable] =
        [
            ErrorCodes.InvalidProviderConfig, ErrorCodes.ServiceUnavailable,
        ],
        [StatusCode.FailedPrecondition] =
        [
            ErrorCodes.InvalidInvite, ErrorCodes.InvalidForeignKey, ErrorCodes.ContainsNullValues, ErrorCodes.UnprocessableContent,
        ],
        [StatusCode.AlreadyExists] =
        [
            ErrorCodes.RecordNotUnique,
        ],
        [StatusCode.Aborted] =
        [
            ErrorCodes.PreconditionFailed, ErrorCodes.WriteConflict,
        ],
        [StatusCode.Internal] =
        [
            ErrorCodes.InternalServerError,
        ],
    }.SelectMany(entry => entry.Value.Select(code => (Code: code, Status: entry.Key))).ToFrozenDictionary(entry => entry.Code, entry => entry.Status);

    public static StatusCode Of(ErrorCode code) => Statuses[code];
}
