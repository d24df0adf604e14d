namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>So many points in so many seconds.</summary>
internal sealed class CallerRate
{
    public bool Enabled { get; set; }

    public int Points { get; set; }

    /// <summary>In seconds.</summary>
    public int Duration { get; set; }

    /// <summary>Where the points are counted: `memory` or `redis`; null for where those of each address are.</summary>
    public string? Store { get; set; }

    public double PerSecond => (double)Points / Duration;
}
