namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>An attempt to get into an account.</summary>
/// <param name="User">Whose account.</param>
/// <param name="Number">Its number since the last success.</param>
/// <param name="Limit">How many there may be; null for any number.</param>
internal sealed record LoginAttempt(Guid User, int Number, int? Limit)
{
    /// <summary>Whether it is to be looked at at all.</summary>
    public bool Counts => Limit is null || Number <= Limit;
}
