using System.Collections.Frozen;
using Grpc.Core;

namespace Directus.Grpc.Server.Kernel;

/// <summary>The catalogue of errors, by the stage that refuses. Codes are added, never renamed or reused.</summary>
public static class ErrorCodes
{
    // The request as such.
    public static readonly ErrorCode RouteNotFound = new("ROUTE_NOT_FOUND", 404, StatusCode.Unimplemented, "Route doesn't exist.");
    public static readonly ErrorCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", 405, StatusCode.Unimplemented, "Method not allowed.");
    public static readonly ErrorCode UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE", 415, StatusCode.InvalidArgument, "Unsupported media type.");
    public static readonly ErrorCode ContentTooLarge = new("CONTENT_TOO_LARGE", 413, StatusCode.ResourceExhausted, "Content too large.");
    public static readonly ErrorCode InvalidPayload = new("INVALID_PAYLOAD", 400, StatusCode.InvalidArgument, "Invalid payload.");
    public static readonly ErrorCode InvalidQuery = new("INVALID_QUERY", 400, StatusCode.InvalidArgument, "Invalid query.");
    public static readonly ErrorCode GraphQLValidation = new("GRAPHQL_VALIDATION", 400, StatusCode.InvalidArgument, "GraphQL validation error.");
    public static readonly ErrorCode IllegalAssetTransformation = new("ILLEGAL_ASSET_TRANSFORMATION", 400, StatusCode.InvalidArgument, "Illegal asset transformation.");
    public static readonly ErrorCode LimitExceeded = new("LIMIT_EXCEEDED", 400, StatusCode.ResourceExhausted, "Limit exceeded.");
    public static readonly ErrorCode RequestsExceeded = new("REQUESTS_EXCEEDED", 429, StatusCode.ResourceExhausted, "Too many requests.");
    public static readonly ErrorCode RangeNotSatisfiable = new("RANGE_NOT_SATISFIABLE", 416, StatusCode.OutOfRange, "Range not satisfiable.");

    // Who asks.
    public static readonly ErrorCode InvalidCredentials = new("INVALID_CREDENTIALS", 401, StatusCode.Unauthenticated, "Invalid user credentials.");
    public static readonly ErrorCode InvalidToken = new("INVALID_TOKEN", 403, StatusCode.Unauthenticated, "Invalid token.");
    public static readonly ErrorCode TokenExpired = new("TOKEN_EXPIRED", 401, StatusCode.Unauthenticated, "Token expired.");
    public static readonly ErrorCode InvalidOtp = new("INVALID_OTP", 401, StatusCode.Unauthenticated, "Invalid user OTP.");
    public static readonly ErrorCode InvalidProvider = new("INVALID_PROVIDER", 403, StatusCode.PermissionDenied, "Invalid provider.");
    public static readonly ErrorCode InvalidProviderConfig = new("INVALID_PROVIDER_CONFIG", 503, StatusCode.Unavailable, "Invalid provider configuration.");
    public static readonly ErrorCode InvalidInvite = new("INVALID_INVITE", 400, StatusCode.FailedPrecondition, "This invite is no longer valid.");
    public static readonly ErrorCode UserSuspended = new("USER_SUSPENDED", 401, StatusCode.Unauthenticated, "User suspended.");

    // What they may.
    public static readonly ErrorCode Forbidden = new("FORBIDDEN", 403, StatusCode.PermissionDenied, "You don't have permission to access this.");

    // What is written.
    public static readonly ErrorCode FailedValidation = new("FAILED_VALIDATION", 400, StatusCode.InvalidArgument, "Validation failed.");
    public static readonly ErrorCode RecordNotUnique = new("RECORD_NOT_UNIQUE", 400, StatusCode.AlreadyExists, "Value has to be unique.");
    public static readonly ErrorCode InvalidForeignKey = new("INVALID_FOREIGN_KEY", 400, StatusCode.FailedPrecondition, "Invalid foreign key.");
    public static readonly ErrorCode ValueTooLong = new("VALUE_TOO_LONG", 400, StatusCode.InvalidArgument, "Value is too long.");
    public static readonly ErrorCode ValueOutOfRange = new("VALUE_OUT_OF_RANGE", 400, StatusCode.OutOfRange, "Numeric value is out of range.");
    public static readonly ErrorCode NotNullViolation = new("NOT_NULL_VIOLATION", 400, StatusCode.InvalidArgument, "Value can't be null.");
    public static readonly ErrorCode ContainsNullValues = new("CONTAINS_NULL_VALUES", 400, StatusCode.FailedPrecondition, "Field contains null values.");
    public static readonly ErrorCode PreconditionFailed = new("PRECONDITION_FAILED", 412, StatusCode.Aborted, "The item has changed since it was read.");
    public static readonly ErrorCode WriteConflict = new("WRITE_CONFLICT", 409, StatusCode.Aborted, "Other changes were in the way. Try again.");
    public static readonly ErrorCode UnprocessableContent = new("UNPROCESSABLE_CONTENT", 422, StatusCode.FailedPrecondition, "Can't process content.");

    // The server.
    public static readonly ErrorCode ServiceUnavailable = new("SERVICE_UNAVAILABLE", 503, StatusCode.Unavailable, "Service is unavailable.");
    public static readonly ErrorCode InternalServerError = new("INTERNAL_SERVER_ERROR", 500, StatusCode.Internal, "An unexpected error occurred.");

    /// <summary>The whole catalogue, by name.</summary>
    public static FrozenDictionary<string, ErrorCode> All { get; } = new[]
    {
        RouteNotFound, MethodNotAllowed, UnsupportedMediaType, ContentTooLarge, InvalidPayload, InvalidQuery, GraphQLValidation,
        IllegalAssetTransformation, LimitExceeded, RequestsExceeded, RangeNotSatisfiable, InvalidCredentials, InvalidToken, TokenExpired, InvalidOtp,
        InvalidProvider, InvalidProviderConfig, InvalidInvite, UserSuspended, Forbidden, FailedValidation, RecordNotUnique,
        InvalidForeignKey, ValueTooLong, ValueOutOfRange, NotNullViolation, ContainsNullValues, PreconditionFailed,
        WriteConflict, UnprocessableContent, ServiceUnavailable, InternalServerError,
    }.ToFrozenDictionary(code => code.Name);
}
