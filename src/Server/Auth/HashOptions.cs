namespace Directus.Grpc.Server.Auth;

/// <summary>What it costs to hash a password, and to guess one.</summary>
internal sealed class HashOptions
{
    public const string Section = "Hash";

    public const int LeastMemory = 8, MostMemory = 1 << 20, MostPasses = 64;

    /// <summary>HASH_MEMORY_COST, in KiB.</summary>
    public int MemoryCost { get; set; } = 65_536;

    /// <summary>HASH_TIME_COST: passes over that memory.</summary>
    public int TimeCost { get; set; } = 3;
}
