using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Turns what was thrown into what is answered. Refusals and the database's own rules become client errors; all
/// else is a bug, logged once with its cause and answered without it.</summary>
internal sealed class ErrorTranslator(Database database, SchemaStore schemas, ILogger<ErrorTranslator> logger)
{
    /// <summary>Answers a REST call.</summary>
    public void Answer(RestCall call, Exception error)
    {
        // Nobody is left to answer.
        if (error is OperationCanceledException && call.Http.RequestAborted.IsCancellationRequested) call.NoContent();
        else call.Fail(Errors(error, call.Http));
    }

    /// <summary>The answer to a gRPC call.</summary>
    public RpcException Status(ServerCallContext context, Exception error) =>
        error is OperationCanceledException && context.CancellationToken.IsCancellationRequested
            ? new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled."))
            : RpcStatus.Of(Errors(error, context.GetHttpContext()));

    public IReadOnlyList<DirectusError> Errors(Exception error, HttpContext http) => error switch
    {
        DirectusException refusal => refusal.Errors,
        BadHttpRequestException bad => [Bad(bad)],
        RpcException rpc when RpcStatus.Code(rpc.StatusCode) is { } code => [new DirectusError(code, rpc.Status.Detail.TrimEnd('.'))],
        DbException failure when database.Dialect.Recognize(failure) is { } violation => [Violation(violation)],
        DbException failure when database.Dialect.IsConflict(failure) => [new DirectusError(ErrorCodes.WriteConflict)],
        DbException failure when database.Dialect.IsOutdated(failure) => [Outdated(error, http)],
        DbException { IsTransient: true } => [Unavailable(error, http)],
        _ => [Unexpected(error, http)],
    };

    private static DirectusError Bad(BadHttpRequestException error) => error.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new DirectusError(ErrorCodes.ContentTooLarge)
        : new DirectusError(ErrorCodes.InvalidPayload, error.Message.TrimEnd('.'));

    // What nobody nearer could put in better words.
    private static DirectusError Violation(DatabaseViolation violation)
    {
        var code = violation.Kind switch
        {
            ViolationKind.Unique => ErrorCodes.RecordNotUnique,
            ViolationKind.ForeignKey => ErrorCodes.InvalidForeignKey,
            ViolationKind.NotNull => ErrorCodes.NotNullViolation,
            ViolationKind.TooLong => ErrorCodes.ValueTooLong,
            ViolationKind.OutOfRange => ErrorCodes.ValueOutOfRange,
            _ => ErrorCodes.InvalidPayload,
        };
        return new DirectusError(code, code.Meaning, new Dictionary<string, object?> { ["collection"] = violation.Table, ["field"] = violation.Column });
    }

    // Another server changes the schema, and this call came before the news.
    private DirectusError Outdated(Exception error, HttpContext http)
    {
        schemas.Doubt();
        Log.SchemaOutdated(logger, http.TraceIdentifier, error);
        return new DirectusError(ErrorCodes.ServiceUnavailable, "Service \"schema\" is unavailable: it has just changed. Try again.",
            new Dictionary<string, object?> { ["service"] = "schema" });
    }

    private DirectusError Unavailable(Exception error, HttpContext http)
    {
        Log.DatabaseUnavailable(logger, http.TraceIdentifier, error);
        return new DirectusError(ErrorCodes.ServiceUnavailable, "Service \"database\" is unavailable.",
            new Dictionary<string, object?> { ["service"] = "database" });
    }

    private DirectusError Unexpected(Exception error, HttpContext http)
    {
        Log.Unexpected(logger, http.Request.Method, http.Request.Path, http.TraceIdentifier, error);
        return new DirectusError(ErrorCodes.InternalServerError, ErrorCodes.InternalServerError.Meaning,
            new Dictionary<string, object?> { ["trace_id"] = http.TraceIdentifier });
    }
}
