using System.Text.Json;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>Runs the calls of API v1.1. Over HTTP the query string and the body say what is meant and the answer goes out there; over
/// gRPC the parts of the message do.</summary>
internal static class LegacyCalls
{
    private static readonly Reply Sent = new();

    /// <param name="context">The call.</param>
    /// <param name="parameters">The parameters of the message.</param>
    /// <param name="body">The body of the message.</param>
    /// <param name="run">What is to be done.</param>
    public static async Task<Reply> AnswerAsync(ServerCallContext context, Struct? parameters, Struct? body, Func<LegacyCall, Task<LegacyAnswer>> run)
    {
        if (HttpCall.From(context) is not { } http) return (await run(await OfMessageAsync(context, parameters, body))).ToReply();
        var (given, texts) = await LegacyBody.ReadAsync(http, context.CancellationToken);
        return await SendAsync(http, run(await OfHttpAsync(context, http) with { Body = given, Texts = texts }));
    }

    /// <summary>As the other, for calls that read the body themselves, such as uploads.</summary>
    public static async Task<Reply> AnswerUnreadAsync(ServerCallContext context, Struct? parameters, Struct? body,
        Func<LegacyCall, Task<LegacyAnswer>> run) =>
        HttpCall.From(context) is { } http
            ? await SendAsync(http, run(await OfHttpAsync(context, http)))
            : (await run(await OfMessageAsync(context, parameters, body))).ToReply();

    private static async Task<Reply> SendAsync(HttpCall http, Task<LegacyAnswer> answer)
    {
        var (write, held) = await answer;
        using (held) http.Json(write);
        return Sent;
    }

    private static Task<LegacyCall> OfHttpAsync(ServerCallContext context, HttpCall http) =>
        OfAsync(context, new LegacyParameters(DirectusQueryString.Parse(http.Http.Request.QueryString.Value)), default, http);

    private static Task<LegacyCall> OfMessageAsync(ServerCallContext context, Struct? parameters, Struct? body) => OfAsync(context,
        new LegacyParameters(parameters is null ? default : StructJson.ToJson(parameters)), StructJson.ToJson(body ?? new Struct()), null);

    // A log that its subjects can leave is none: that only administrators may.
    private static async Task<LegacyCall> OfAsync(ServerCallContext context, LegacyParameters parameters, JsonElement body, HttpCall? http)
    {
        var roles = context.GetHttpContext().RequestServices.GetRequiredService<AdminRole>();
        var caller = context.GetCaller() with { AdminRole = await roles.FindAsync(context.CancellationToken) };
        if (caller.Principal.Admin && parameters.Flag("skip_activity_log")) caller = caller with { Unrecorded = true };
        return new LegacyCall(caller, parameters, body, Texts: false, http, context.CancellationToken);
    }
}
