using Microsoft.Extensions.Caching.Memory;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>Attempts that have come back: each does so once, whatever a provider makes of a second answer. Each server
/// remembers its own.</summary>
internal sealed class SpentAttempts : IDisposable
{
    private const int Capacity = 100_000;

    private readonly MemoryCache _spent = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>False when it has come back before.</summary>
    public bool TrySpend(SsoAttempt attempt)
    {
        lock (_spent)
        {
            if (_spent.TryGetValue(attempt.State, out _)) return false;
            _spent.Set(attempt.State, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = AttemptSeal.Lifetime });
            return true;
        }
    }

    public void Dispose() => _spent.Dispose();
}
