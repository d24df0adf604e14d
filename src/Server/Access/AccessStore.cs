using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>Turns an identity into a caller: its roles, whether it is an administrator, and its compiled rules.</summary>
public sealed class AccessStore
{
    /// <summary>The caller of this identity (user, role, share, address) on the current schema.</summary>
    public ValueTask<Caller> CallerAsync(Principal identity, CancellationToken cancellation) => throw new NotSupportedException();
}
