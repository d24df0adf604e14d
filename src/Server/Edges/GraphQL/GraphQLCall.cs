using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Project;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>What the resolvers of one request know of it. Schemas are shared by callers, so nothing of a caller is in them.</summary>
internal sealed class GraphQLCall(HttpCall http, Caller caller)
{
    /// <summary>What a request may read: it is held as a whole, with an object for each value.</summary>
    public const long MostBytesRead = 16 << 20;

    private const string Key = "call";

    public HttpCall Http { get; } = http;

    public Caller Caller { get; } = caller;

    /// <summary>The size of the items that have been read.</summary>
    public long BytesRead { get; set; }

    /// <summary>The state of the server, once it has been looked at for this request.</summary>
    public Task<HealthState>? Health { get; set; }

    /// <summary>The state in which the library carries the call to the resolvers.</summary>
    public Dictionary<string, object?> AsContext() => new() { [Key] = this };

    public static GraphQLCall Of(IResolveFieldContext context) => (GraphQLCall)context.UserContext[Key]!;
}
