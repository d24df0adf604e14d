using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;

namespace Directus.Grpc.Server.Items;

/// <summary>Tells of committed writes. What users, roles, policies, permissions and shares say of a caller's rights is
/// forgotten first, so that whoever hears of the change already meets the new rights.</summary>
public sealed class ItemChanges(AccessStore access, ChangeFeed feed, IEnumerable<IItemListener> listeners)
{
    private readonly IItemListener[] _listeners = [.. listeners];

    /// <summary>Whether a change there may change what somebody may do.</summary>
    public bool AffectRights(string collection) => access.DependsOn(collection);

    /// <summary>Tells other servers that rights have changed, when the session's transaction is committed.</summary>
    public Task SendRightsAsync(DbSession session, CancellationToken cancellation) => feed.SendAsync(session, ChangeTopic.Rights, cancellation);

    public void Raise(ItemChanged change)
    {
        if (AffectRights(change.Collection)) access.Invalidate();
        foreach (var listener in _listeners) listener.OnChanged(change);
    }
}
