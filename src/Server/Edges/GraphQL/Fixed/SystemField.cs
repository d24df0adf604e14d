using Directus.Grpc.Server.Access;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>A field of the system's roots that reads or writes no items by itself.</summary>
/// <param name="Name">Its name in `system.graphql`.</param>
/// <param name="IsShown">Whether a caller of these rights sees it. Whether they may, the service decides that is called.</param>
/// <param name="Resolve">Calls the service.</param>
internal sealed record SystemField(string Name, Func<Caller, bool> IsShown, Func<IResolveFieldContext, Task<object?>> Resolve)
{
    public SystemField(string name, Func<IResolveFieldContext, Task<object?>> resolve) : this(name, _ => true, resolve)
    {
    }
}
