using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Access;

/// <summary>Reads the fields that variables as `$CURRENT_USER.team.name` name: one read of the row with exactly those fields.
/// What is null, empty, absent or not readable has no value.</summary>
public sealed class StoredVariables(IVariableRows rows)
{
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.Ordinal);

    /// <summary>Whether values have been read from there, so that its changes may change them.</summary>
    public bool Reads(string collection) => _read.ContainsKey(collection);

    /// <param name="caller">Whose fields are read, with the access that the read has.</param>
    /// <param name="names">The variables.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<ImmutableDictionary<string, ImmutableArray<JsonElement>>> ReadAsync(Caller caller, IReadOnlyCollection<string> names,
        CancellationToken cancellation)
    {
        var values = PlanVariables.None.ToBuilder();
        foreach (var root in names.GroupBy(name => name[..name.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            var (collection, keys) = Rows(root.Key, caller.Principal);
            if (keys.Count == 0 || !caller.Schema.TryGetCollection(collection, out var target)) continue;
            var paths = root.Select(name => (Name: name, Path: StoredPath.Of(name, target, caller))).Where(path => path.Path is not null).ToList();
            if (paths.Count == 0) continue;
            foreach (var read in paths.SelectMany(path => path.Path!.Collections)) _read.TryAdd(read, true);
            var found = await rows.ReadAsync(caller, target, keys, StoredPath.Select([.. paths.Select(path => path.Path!.Steps)]), cancellation);
            foreach (var (name, path) in paths) values[name] = [.. StoredPath.Values(found, path!.Steps.AsMemory())];
        }

        return values.ToImmutable();
    }

    private static (string Collection, IReadOnlyList<Guid> Keys) Rows(string root, Principal principal) => root switch
    {
        "$CURRENT_USER" => (SystemCollections.Users, principal.User is { } user ? [user] : []),
        "$CURRENT_ROLE" => (SystemCollections.Roles, principal.Role is { } role ? [role] : []),
        "$CURRENT_ROLES" => (SystemCollections.Roles, principal.Roles),
        _ => (SystemCollections.Policies, principal.Policies),
    };
}
