using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>Raised after a write is committed.</summary>
public sealed record ItemChanged(string Collection, AccessAction Action, IReadOnlyList<object> Keys);

/// <summary>Hears of committed writes.</summary>
public interface IItemListener
{
    void OnChanged(ItemChanged change);
}
