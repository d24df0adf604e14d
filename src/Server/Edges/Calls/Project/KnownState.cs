using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>What the server keeps in memory of the model and of rights.</summary>
internal sealed class KnownState(AccessStore access, SchemaStore schemas)
{
    /// <summary>Has both read again.</summary>
    public Task ForgetAsync(CancellationToken cancellation)
    {
        access.Invalidate();
        return schemas.ReloadAsync(cancellation);
    }
}
