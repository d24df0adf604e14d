using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>What bounds the rights of a share's receiver.</summary>
/// <param name="Collection">Collection of the shared item.</param>
/// <param name="Item">Its key.</param>
/// <param name="Own">What the share's role holds.</param>
/// <param name="Creator">Who made the share.</param>
/// <param name="Given">What they hold now.</param>
internal sealed record ShareGrants(Collection Collection, string Item, Grants Own, Principal Creator, Grants Given);
