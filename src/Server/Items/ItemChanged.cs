using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>Raised after a write is committed.</summary>
/// <param name="Collection">Of the items.</param>
/// <param name="Action">What was done to them.</param>
/// <param name="Keys">Their keys; none where they were too many to keep.</param>
public sealed record ItemChanged(string Collection, AccessAction Action, IReadOnlyList<object> Keys);

/// <summary>Hears of committed writes.</summary>
public interface IItemListener
{
    void OnChanged(ItemChanged change);
}
