using System.Collections.Frozen;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.Extensions.Caching.Memory;

namespace Directus.Grpc.Server.Access;

/// <summary>Turns an identity into a caller: its roles, whether it is an administrator, and its compiled rules. What it
/// finds is kept for a moment, and forgotten at once when somebody changes users, roles, policies or shares.</summary>
public sealed class AccessStore(Database database, SchemaStore schemas, StoredVariables variables, TimeProvider clock)
    : IChangeListener, IDisposable
{
    // Long enough to serve a burst of calls, short enough that a change made by another process is soon seen.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private static readonly FrozenSet<string> Sources = FrozenSet.Create(SystemCollections.Users, SystemCollections.Roles, SystemCollections.Policies,
        SystemCollections.Access, SystemCollections.Permissions, SystemCollections.Shares);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private long _generation;

    /// <summary>The caller of this identity (user, role, share, address) on the current schema.</summary>
    public async ValueTask<Caller> CallerAsync(Principal identity, CancellationToken cancellation)
    {
        var schema = schemas.Current;
        // A result that was read before a change must not be found after it: the generation is part of the key.
        var key = (Interlocked.Read(ref _generation), schema.Version, identity.User, identity.Role, identity.Share, identity.Ip);
        if (!_cache.TryGetValue(key, out Loading? loading) || clock.GetElapsedTime(loading!.Since) >= Lifetime)
            loading = Load(key, identity, schema);
        return (await loading.Grants.WaitAsync(cancellation)).For(identity, schema);
    }

    // Calls that come at the same time wait for one reading instead of each doing its own.
    private Loading Load(object key, Principal identity, DatabaseSchema schema)
    {
        lock (_cache)
        {
            if (_cache.TryGetValue(key, out Loading? loading) && clock.GetElapsedTime(loading!.Since) < Lifetime) return loading;
            loading = new Loading(clock.GetTimestamp(), Task.Run(() => LoadAsync(key, identity, schema)));
            _cache.Set(key, loading, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
            return loading;
        }
    }

    private async Task<Grants> LoadAsync(object key, Principal identity, DatabaseSchema schema)
    {
        try
        {
            return await LoadAsync(identity, schema, CancellationToken.None);
        }
        catch
        {
            _cache.Remove(key);
            throw;
        }
    }

    /// <summary>Whether a change there may change what somebody may do.</summary>
    public bool DependsOn(string collection) => Sources.Contains(collection) || variables.Reads(collection);

    /// <summary>Forgets what is known of everyone.</summary>
    public void Invalidate() => Interlocked.Increment(ref _generation);

    private async Task<Grants> LoadAsync(Principal identity, DatabaseSchema schema, CancellationToken cancellation)
    {
        if (identity.Share is { } share) return await LoadShareAsync(identity, share, schema, cancellation);
        Grants grants;
        await using (var session = await database.OpenAsync(cancellation)) grants = await new GrantsLoader(session, schema)
            .LoadAsync(identity, cancellation);
        return await WithVariablesAsync(grants, identity, schema, cancellation);
    }

    // The receiver of a share may do what both the share's role and the user who made it may do now, and only read.
    private async Task<Grants> LoadShareAsync(Principal identity, Guid id, DatabaseSchema schema, CancellationToken cancellation)
    {
        ShareGrants? share;
        await using (var session = await database.OpenAsync(cancellation)) share = await new GrantsLoader(session, schema)
            .LoadShareAsync(id, identity.Ip, cancellation);
        if (share is null) return new Grants([], [], false, false, RuleCompiler.Nothing);
        var given = await WithVariablesAsync(share.Given, share.Creator, schema, cancellation);
        var rules = BoundVariables.Bind(given.Rules, AccessAction.Read, given.For(share.Creator, schema).VariablesAt(clock.GetUtcNow()));
        var scope = new ShareScope(schema, share.Own.Rules, rules).Limit(share.Collection, share.Item);
        return await WithVariablesAsync(share.Own with { Admin = false, App = false, Rules = scope }, identity, schema, cancellation);
    }

    private async Task<Grants> WithVariablesAsync(Grants grants, Principal identity, DatabaseSchema schema, CancellationToken cancellation)
    {
        var names = RuleVariables.Of(grants.Rules, schema);
        if (names.Count == 0) return grants;
        // Rules may look at fields that their subject may not see.
        var all = grants.For(identity, schema) with { Access = AccessRules.Unrestricted };
        return grants with { Variables = await variables.ReadAsync(all, names, cancellation) };
    }

    ChangeTopic IChangeListener.Topic => ChangeTopic.Rights;

    Task IChangeListener.OnChangedAsync(CancellationToken cancellation)
    {
        Invalidate();
        return Task.CompletedTask;
    }

    public void Dispose() => _cache.Dispose();

    private sealed record Loading(long Since, Task<Grants> Grants);
}
