namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>The methods that look at no token: asked by balancers and tools that have none, they tell nothing.</summary>
internal static class OpenMethods
{
    public static bool Contains(string method) =>
        method == "/directus.server.v1.ServerService/Ping" ||
        method.StartsWith("/grpc.health.v1.Health/", StringComparison.Ordinal) ||
        method.StartsWith("/grpc.reflection.", StringComparison.Ordinal);
}
