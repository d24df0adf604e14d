namespace Directus.Grpc.Server.Items;

/// <summary>The counts that `meta` asked for.</summary>
public readonly record struct ItemCounts(long? Total, long? Filtered)
{
    public bool Any => Total is not null || Filtered is not null;
}
