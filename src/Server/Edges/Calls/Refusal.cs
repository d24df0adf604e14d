using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Answers a call that no endpoint was asked about: as REST, or as gRPC with the status in the head.</summary>
internal static class Refusal
{
    public static Task AnswerAsync(HttpContext http, DirectusException refusal) => AnswerAsync(http, refusal.Errors);

    public static async Task AnswerAsync(HttpContext http, IReadOnlyList<DirectusError> refusals)
    {
        if (GrpcWeb.IsGrpc(http))
        {
            GrpcWeb.Refuse(http, RpcStatus.Message(refusals));
            return;
        }

        TellWait(http, refusals);
        var (status, write) = Form(http, refusals);
        using var sink = new MemorySink(512);
        await using (var json = new Utf8JsonWriter(sink, RowJson.WriterOptions)) write(json);
        http.Response.StatusCode = status;
        http.Response.ContentType = HttpCall.JsonType;
        http.Response.ContentLength = sink.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(sink.Written, http.RequestAborted);
    }

    /// <summary>The status and the body of refusals, in the words of the face that the call came by.</summary>
    public static (int Status, Action<Utf8JsonWriter> Write) Form(HttpContext http, IReadOnlyList<DirectusError> refusals) =>
        IHttpFace.Of(http) is { } face
            ? (face.Status(refusals), json => face.Write(json, refusals))
            : (refusals[0].Code.HttpStatus, json => ErrorEnvelope.Write(json, refusals));

    /// <summary>Says when to come back, where a refusal is for a while.</summary>
    public static void TellWait(HttpContext http, IReadOnlyList<DirectusError> refusals)
    {
        if (refusals[0].RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Seconds(wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static long Seconds(TimeSpan wait) => (long)Math.Ceiling(wait.TotalSeconds);
}
