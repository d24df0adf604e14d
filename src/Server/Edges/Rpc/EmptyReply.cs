namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>A reply that nobody reads: REST has been answered beside it.</summary>
internal static class EmptyReply<T> where T : class
{
    public static T Instance { get; } = Activator.CreateInstance<T>();
}
