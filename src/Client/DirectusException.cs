using Google.Rpc;
using Grpc.Core;

namespace Directus.Grpc.Client;

/// <summary>A call that the server refused, or that did not reach it.</summary>
public sealed class DirectusException : Exception
{
    // Where gRPC puts the google.rpc.Status of a refusal.
    private const string StatusTrailer = "grpc-status-details-bin";

    internal DirectusException(
        string code,
        string message,
        IReadOnlyDictionary<string, string> details,
        IReadOnlyList<FieldError> fields,
        Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        Details = details;
        Fields = fields;
    }

    /// <summary>Directus' error code, for instance FORBIDDEN or RECORD_NOT_UNIQUE. A server that cannot be reached is
    /// SERVICE_UNAVAILABLE.</summary>
    public string Code { get; }

    /// <summary>What the server tells about the refusal, by name: `reason`, `collection`, `field`, …</summary>
    public IReadOnlyDictionary<string, string> Details { get; }

    /// <summary>The fields that were refused, each with a sentence.</summary>
    public IReadOnlyList<FieldError> Fields { get; }

    internal static DirectusException From(RpcException error)
    {
        if (error.Trailers.GetValueBytes(StatusTrailer) is not { } bytes)
            return new(CodeOf(error.StatusCode), error.Status.Detail, EmptyDetails, [], error);

        var status = Google.Rpc.Status.Parser.ParseFrom(bytes);
        var info = status.GetDetail<ErrorInfo>();
        var fields = status.GetDetail<BadRequest>()?.FieldViolations ?? [];
        return new(
            info?.Reason ?? CodeOf(error.StatusCode),
            status.Message,
            info is null ? EmptyDetails : info.Metadata.AsReadOnly(),
            [.. fields.Select(field => new FieldError(field.Field, field.Description))],
            error);
    }

    internal static DirectusException Unavailable(string message, Exception cause) =>
        new(CodeOf(StatusCode.Unavailable), message, EmptyDetails, [], cause);

    private static IReadOnlyDictionary<string, string> EmptyDetails { get; } = new Dictionary<string, string>().AsReadOnly();

    // Proxies, and a server that is not there, know no codes of Directus.
    private static string CodeOf(StatusCode status) => status switch
    {
        StatusCode.Unauthenticated => "INVALID_CREDENTIALS",
        StatusCode.PermissionDenied => "FORBIDDEN",
        StatusCode.InvalidArgument => "INVALID_PAYLOAD",
        StatusCode.ResourceExhausted => "REQUESTS_EXCEEDED",
        StatusCode.Unimplemented => "ROUTE_NOT_FOUND",
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => "SERVICE_UNAVAILABLE",
        _ => "INTERNAL_SERVER_ERROR",
    };
}
