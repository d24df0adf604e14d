using System.Text.Json;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>The REST face of a call: there when the call came as REST, absent for native gRPC. It reads what transcoding
/// cannot (query strings, raw bodies) and renders Directus' answers.</summary>
public sealed class RestCall
{
    public static RestCall? From(ServerCallContext context) => throw new NotSupportedException();

    public HttpContext Http => throw new NotSupportedException();

    /// <summary>The item query of the query string; INVALID_QUERY when it makes no sense.</summary>
    public ItemQuery Query => throw new NotSupportedException();

    /// <summary>The JSON body; undefined (ValueKind) when there is none; INVALID_PAYLOAD when it is no JSON.</summary>
    public ValueTask<JsonElement> ReadBodyAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Answers `{"data": …, "meta": …}`: the callback writes the data to the sink and returns the counts.</summary>
    public Task DataAsync(Func<JsonSink, Task<ItemCounts>> write) => throw new NotSupportedException();

    /// <summary>Answers a JSON text that is written as it is.</summary>
    public void Json(Action<Utf8JsonWriter> write, int status = 200) => throw new NotSupportedException();

    /// <summary>Answers 204.</summary>
    public void NoContent() => throw new NotSupportedException();

    /// <summary>Answers plain text.</summary>
    public void Text(string text) => throw new NotSupportedException();
}
