namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>What a model that lacks something says of it.</summary>
internal enum ComparisonMode
{
    /// <summary>It is to go.</summary>
    Mirror,

    /// <summary>Nothing: only additions and changes are asked for.</summary>
    Merge,
}
