using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Looks, in the transaction of a write and before anything of it, whether it may go on.</summary>
internal interface IWriteGuard
{
    /// <summary>Refuses the write by what it throws.</summary>
    Task RequireAsync(DbSession session, CancellationToken cancellation);
}
