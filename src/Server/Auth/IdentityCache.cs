using System.Collections.Concurrent;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Auth;

/// <summary>Remembers for a moment whose a token is. Writes of this server and of those that tell of theirs
/// empty it at once; others are heard of when the moment is over.</summary>
internal sealed class IdentityCache(TimeProvider time) : IItemListener, IChangeListener
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly HashSet<string> Watched = new(StringComparer.Ordinal)
    {
        SystemCollections.Users, SystemCollections.Roles, SystemCollections.Policies, SystemCollections.Access, SystemCollections.Permissions,
        SystemCollections.Sessions, SystemCollections.Shares,
    };

    private volatile Page _page = new();

    /// <summary>Take the page before looking up: what was looked up before the cache was emptied then lands on a page that
    /// nobody reads any more.</summary>
    public Page Current => _page;

    public void Clear() => _page = new Page();

    public void OnChanged(ItemChanged change)
    {
        if (Watched.Contains(change.Collection)) Clear();
    }

    ChangeTopic IChangeListener.Topic => ChangeTopic.Rights;

    Task IChangeListener.OnChangedAsync(CancellationToken cancellation)
    {
        Clear();
        return Task.CompletedTask;
    }

    public Identity? Find(Page page, in TokenHash token) =>
        page.Entries.TryGetValue(token, out var identity) && identity.Until > time.GetUtcNow() ? identity : null;

    public void Add(Page page, in TokenHash token, Identity identity)
    {
        if (page.Entries.Count >= Capacity) Interlocked.CompareExchange(ref _page, new Page(), page);
        var moment = time.GetUtcNow() + Moment;
        page.Entries[token] = identity.Until < moment ? identity : identity with { Until = moment };
    }

    public sealed class Page
    {
        internal ConcurrentDictionary<TokenHash, Identity> Entries { get; } = new();
    }
}
