using System.Collections.Frozen;

namespace Directus.Grpc.Server.Kernel;

/// <summary>The catalogue of errors, by the stage that refuses. Codes are added, never renamed or reused.</summary>
public static class ErrorCodes
{
    // The request as such.
    public static readonly ErrorCode RouteNotFound = new("ROUTE_NOT_FOUND", 404, "Route doesn't exist.");
    public static readonly ErrorCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", 405, "Method not allowed.");
    public static readonly ErrorCode UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported media type.");
    public static readonly ErrorCode ContentTooLarge = new("CONTENT_TOO_LARGE", 413, "Content too large.");
    public static readonly ErrorCode InvalidPayload = new("INVALID_PAYLOAD", 400, "Invalid payload.");
    public static readonly ErrorCode InvalidQuery = new("INVALID_QUERY", 400, "Invalid query.");
    public static readonly ErrorCode GraphQLValidation = new("GRAPHQL_VALIDATION", 400, "GraphQL validation error.");
    public static readonly ErrorCode IllegalAssetTransformation = new("ILLEGAL_ASSET_TRANSFORMATION", 400, "Illegal asset transformation.");
    public static readonly ErrorCode LimitExceeded = new("LIMIT_EXCEEDED", 400, "Limit exceeded.");
    public static readonly ErrorCode RequestsExceeded = new("REQUESTS_EXCEEDED", 429, "Too many requests.");
    public static readonly ErrorCode RangeNotSatisfiable = new("RANGE_NOT_SATISFIABLE", 416, "Range not satisfiable.");

    // Who asks.
    public static readonly ErrorCode InvalidCredentials = new("INVALID_CREDENTIALS", 401, "Invalid user credentials.");
    public static readonly ErrorCode InvalidToken = new("INVALID_TOKEN", 403, "Invalid token.");
    public static readonly ErrorCode TokenExpired = new("TOKEN_EXPIRED", 401, "Token expired.");
    public static readonly ErrorCode InvalidOtp = new("INVALID_OTP", 401, "Invalid user OTP.");
    public static readonly ErrorCode InvalidProvider = new("INVALID_PROVIDER", 403, "Invalid provider.");
    public static readonly ErrorCode InvalidProviderConfig = new("INVALID_PROVIDER_CONFIG", 503, "Invalid provider configuration.");
    public static readonly ErrorCode InvalidInvite = new("INVALID_INVITE", 400, "This invite is no longer valid.");
    public static readonly ErrorCode UserSuspended = new("USER_SUSPENDED", 401, "User suspended.");

    // What they may.
    public static readonly ErrorCode Forbidden = new("FORBIDDEN", 403, "You don't have permission to access this.");

    // What is written.
    public static readonly ErrorCode FailedValidation = new("FAILED_VALIDATION", 400, "Validation failed.");
    public static readonly ErrorCode RecordNotUnique = new("RECORD_NOT_UNIQUE", 400, "Value has to be unique.");
    public static readonly ErrorCode InvalidForeignKey = new("INVALID_FOREIGN_KEY", 400, "Invalid foreign key.");
    public static readonly ErrorCode ValueTooLong = new("VALUE_TOO_LONG", 400, "Value is too long.");
    public static readonly ErrorCode ValueOutOfRange = new("VALUE_OUT_OF_RANGE", 400, "Numeric value is out of range.");
    public static readonly ErrorCode NotNullViolation = new("NOT_NULL_VIOLATION", 400, "Value can't be null.");
    public static readonly ErrorCode ContainsNullValues = new("CONTAINS_NULL_VALUES", 400, "Field contains null values.");
    public static readonly ErrorCode PreconditionFailed = new("PRECONDITION_FAILED", 412, "The item has changed since it was read.");
    public static readonly ErrorCode WriteConflict = new("WRITE_CONFLICT", 409, "Other changes were in the way. Try again.");
    public static readonly ErrorCode UnprocessableContent = new("UNPROCESSABLE_CONTENT", 422, "Can't process content.");

    // The server.
    public static readonly ErrorCode ServiceUnavailable = new("SERVICE_UNAVAILABLE", 503, "Service is unavailable.");
    public static readonly ErrorCode InternalServerError = new("INTERNAL_SERVER_ERROR", 500, "An unexpected error occurred.");

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
