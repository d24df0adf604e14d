using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Storage;

/// <summary>The storages of the project, by name.</summary>
internal sealed class Storages
{
    private readonly FrozenDictionary<string, IStorage> _all;

    public Storages(IOptions<StorageOptions> options, IEnumerable<IStorageDriver> drivers)
    {
        var byName = drivers.ToFrozenDictionary(driver => driver.Name);
        var names = options.Value.List;
        Default = names[0];
        _all = names.ToFrozenDictionary(name => name, IStorage (name) => new TracedStorage(name,
            Open(options.Value.Locations.GetValueOrDefault(name) ?? new StorageLocation(), byName)));
    }

    /// <summary>The storage that new contents go to.</summary>
    public string Default { get; }

    public bool TryGet(string name, [NotNullWhen(true)] out IStorage? storage) => _all.TryGetValue(name, out storage);

    private static IStorage Open(StorageLocation location, FrozenDictionary<string, IStorageDriver> drivers) =>
        drivers[location.Driver].Open(location);
}
