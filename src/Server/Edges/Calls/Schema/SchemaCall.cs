using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>What the calls to the schema services have in common: JSON comes in, as a body or told from a message, and goes
/// out the same two ways.</summary>
internal readonly struct SchemaCall(ServerCallContext context)
{
    public HttpCall? Http { get; } = HttpCall.From(context);

    public Caller Caller { get; } = context.GetCaller();

    public Principal Principal => Caller.Principal;

    public CancellationToken Cancellation => context.CancellationToken;

    public SchemaView View => new(Caller);

    /// <summary>A call for administrators, refused to others before its body is read.</summary>
    public static SchemaCall OfAdmin(ServerCallContext context)
    {
        var call = new SchemaCall(context);
        call.Caller.RequireAdmin();
        return call;
    }

    public async ValueTask<JsonElement> BodyAsync(Func<JsonElement> message) =>
        Http is null ? message() : await Http.ReadBodyAsync(Cancellation);

    public void Answer<T>(JsonObject json, Action<T> reply) where T : IMessage, new()
    {
        if (Http is not null) SchemaReply.Answer(Http, json);
        else reply(SchemaReply.Message<T>(json));
    }

    public void Answer<T>(IEnumerable<JsonObject> json, Action<IEnumerable<T>> reply) where T : IMessage, new()
    {
        if (Http is not null) SchemaReply.Answer(Http, json);
        else reply(json.Select(SchemaReply.Message<T>));
    }

    /// <summary>Answers a list, over gRPC in pages; the reply gets a page and the token of the next.</summary>
    public void Answer<T>(IEnumerable<JsonObject> json, int pageSize, string pageToken, Action<IEnumerable<T>, string> reply)
        where T : IMessage, new()
    {
        if (Http is not null)
        {
            SchemaReply.Answer(Http, json);
            return;
        }

        var (page, next) = SchemaReply.Page<T>(json, pageSize, pageToken);
        reply(page, next);
    }

    public void NoContent() => Http?.NoContent();
}
