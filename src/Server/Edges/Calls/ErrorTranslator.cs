using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Turns what was thrown into what is answered. Refusals and the database's own rules become client errors; all
/// else is a bug, logged once with its cause and answered without it.</summary>
internal sealed class ErrorTranslator(Database database, SchemaStore schemas, ILogger<ErrorTranslator> logger)
{
    /// <summary>Answers a REST call.</summary>
    public void Answer(HttpCall call, Exception error)
    {
        if (HasLeft(error, call.Http, call.Http.RequestAborted)) call.NoContent();
        else call.Fail(Errors(error, call.Http));
    }

    /// <summary>The answer to a gRPC call.</summary>
    public RpcException Status(ServerCallContext context, Exception error)
    {
        var http = context.GetHttpContext();
        if (HasLeft(error, http, context.CancellationToken)) return new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled."));
        if (error is not RpcException own) return RpcStatus.Of(Errors(error, http));
        // The library's word on messages that are cut off, too long or in no compression that it knows.
        Log.BadMessage(logger, http.Request.Path, own.Status.Detail);
        return own;
    }

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

    // Nobody is left to answer: whatever came of it is no fault of the server.
    private bool HasLeft(Exception error, HttpContext http, CancellationToken cancellation)
    {
        if (error is DirectusException) return false;
        if (error is not (ConnectionResetException or ConnectionAbortedException) && !cancellation.IsCancellationRequested) return false;
        Log.CallerLeft(logger, http.Request.Method, http.Request.Path, error.GetType().Name);
        return true;
    }

    private static DirectusError Bad(BadHttpRequestException error) => error.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new DirectusError(ErrorCodes.ContentTooLarge)
        : new DirectusError(ErrorCodes.InvalidPayload, error.Message.TrimEnd('.'));

    // What nobody nearer could put in better words.
    private static DirectusError Violation(DatabaseViolation violation) => new(violation.Code, violation.Code.Meaning,
        new Dictionary<string, object?> { ["collection"] = violation.Table, ["field"] = violation.Column });

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
