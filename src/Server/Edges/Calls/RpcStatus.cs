using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Writes refusals as google.rpc.Status: an ErrorInfo for each (reason = Directus' code) and a BadRequest with the
/// fields at fault.</summary>
internal static class RpcStatus
{
    public const string Domain = "directus";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RpcException Of(IReadOnlyList<DirectusError> errors) => Message(errors).ToRpcException();

    public static Google.Rpc.Status Message(IReadOnlyList<DirectusError> errors)
    {
        var status = new Google.Rpc.Status { Code = (int)RpcStatusCodes.Of(errors[0].Code), Message = errors[0].Message };
        var fields = new BadRequest();
        foreach (var error in errors)
        {
            status.Details.Add(Any.Pack((IMessage)Info(error)));
            if (error.Extensions.GetValueOrDefault("field") is string field)
                fields.FieldViolations.Add(new BadRequest.Types.FieldViolation
                {
                    Field = field, Description = error.Message,
                    Reason = error.Code.Name
                });
        }

        if (fields.FieldViolations.Count > 0) status.Details.Add(Any.Pack(fields));
        if (errors[0].RetryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(wait) }));
        return status;
    }

    /// <summary>The code of a status that code beyond ours threw; null for one that is no client's fault.</summary>
    public static ErrorCode? Code(StatusCode status) => status switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => ErrorCodes.InvalidPayload,
        StatusCode.Unauthenticated => ErrorCodes.InvalidCredentials,
        StatusCode.PermissionDenied or StatusCode.NotFound => ErrorCodes.Forbidden,
        StatusCode.Unimplemented => ErrorCodes.RouteNotFound,
        StatusCode.ResourceExhausted => ErrorCodes.LimitExceeded,
        StatusCode.Unavailable => ErrorCodes.ServiceUnavailable,
        _ => null,
    };

    private static ErrorInfo Info(DirectusError error)
    {
        var info = new ErrorInfo { Reason = error.Code.Name, Domain = Domain };
        foreach (var (name, value) in error.Extensions)
            if (value is not null) info.Metadata[name] = Text(value);
        return info;
    }

    // Metadata are texts: lists and objects are their JSON.
    private static string Text(object value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        bool or not IConvertible and not IFormattable => JsonSerializer.Serialize(value, Plain),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
