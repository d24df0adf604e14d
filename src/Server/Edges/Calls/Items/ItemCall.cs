using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Who calls for which items, and what of them is to be answered.</summary>
internal readonly record struct ItemCall(Caller Caller, string Collection, ItemQuery Query)
{
    public bool IsSingleton => Caller.Schema.TryGetCollection(Collection, out var found) && found.Singleton;
}
