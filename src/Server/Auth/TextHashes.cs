using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Hashes of texts for users who ask: of the same kind as passwords have, and as costly, so that nobody else may.</summary>
internal sealed class TextHashes(IPasswordHasher hasher, IOptions<HashOptions> options)
{
    // Longer texts are nobody's password, and hashing takes longer the longer they are.
    private const int MaxLength = 10_000;

    // A hash says itself how costly it is to compare with: no more than this, unless ours are.
    private const int MostMemory = 1 << 18, MostPasses = 8, MostLanes = 8;

    private readonly int _mostMemory = Math.Max(MostMemory, options.Value.MemoryCost), _mostPasses = Math.Max(MostPasses, options.Value.TimeCost);

    /// <summary>FORBIDDEN for who is no user.</summary>
    public Task<string> GenerateAsync(Principal caller, string text, CancellationToken cancellation)
    {
        RequireUser(caller);
        RequireShort(text);
        return hasher.HashAsync(text, cancellation);
    }

    /// <summary>FORBIDDEN for who is no user, INVALID_PAYLOAD for what is no hash.</summary>
    public Task<bool> VerifyAsync(Principal caller, string text, string hash, CancellationToken cancellation)
    {
        RequireUser(caller);
        RequireShort(text);
        return Argon2Hash.TryParse(hash, out var parsed) && parsed.Memory <= _mostMemory && parsed.Passes <= _mostPasses && parsed.Lanes <= MostLanes
            ? hasher.VerifyAsync(hash, text, cancellation)
            : throw DirectusException.InvalidPayload("Invalid \"hash\" or \"string\"");
    }

    private static void RequireUser(Principal caller)
    {
        if (caller.User is null) throw DirectusException.Forbidden();
    }

    private static void RequireShort(string text)
    {
        if (text.Length > MaxLength) throw DirectusException.InvalidPayload($"\"string\" has more than {MaxLength} characters");
    }
}
