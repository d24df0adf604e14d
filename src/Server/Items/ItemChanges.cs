using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Items;

/// <summary>Tells of committed writes. What users, roles, policies, permissions and shares say of a caller's rights is
/// forgotten first, so that whoever hears of the change already meets the new rights.</summary>
public sealed class ItemChanges(AccessStore access, IEnumerable<IItemListener> listeners)
{
    private readonly IItemListener[] _listeners = [.. listeners];

    public void Raise(ItemChanged change)
    {
        if (access.DependsOn(change.Collection)) access.Invalidate();
        foreach (var listener in _listeners) listener.OnChanged(change);
    }
}
