namespace Directus.Grpc.Server.Access;

/// <summary>Who has written something, and when, before it is put where it belongs.</summary>
internal sealed record Authorship(Guid? User, DateTimeOffset At)
{
    /// <summary>Of what tells it itself: no field fills itself.</summary>
    public static Authorship Told { get; } = new(null, default);
}
