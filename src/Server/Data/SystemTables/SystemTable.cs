using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>A system collection, as every Directus 11 database has it.</summary>
internal sealed record SystemTable(string Name, ImmutableArray<SystemField> Fields)
{
    public string? Accountability { get; init; }

    public bool Singleton { get; init; }

    /// <summary>Unique constraints of several columns.</summary>
    public ImmutableArray<ImmutableArray<string>> Uniques { get; init; } = [];
}
