using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth;

/// <summary>Hashes of texts for whoever asks: of the same kind as passwords have, and as costly.</summary>
internal sealed class TextHashes(IPasswordHasher hasher)
{
    // Longer texts are nobody's password, and hashing takes longer the longer they are.
    private const int MaxLength = 10_000;

    // Anyone may ask, and a hash says itself how costly it is to compare with.
    private const int MostMemory = 1 << 18, MostPasses = 8, MostLanes = 8;

    public Task<string> GenerateAsync(string text, CancellationToken cancellation)
    {
        RequireShort(text);
        return hasher.HashAsync(text, cancellation);
    }

    /// <summary>INVALID_PAYLOAD for what is no hash.</summary>
    public Task<bool> VerifyAsync(string text, string hash, CancellationToken cancellation)
    {
        RequireShort(text);
        return Argon2Hash.TryParse(hash, out var parsed) && parsed is { Memory: <= MostMemory, Passes: <= MostPasses, Lanes: <= MostLanes }
            ? hasher.VerifyAsync(hash, text, cancellation)
            : throw DirectusException.InvalidPayload("Invalid \"hash\" or \"string\"");
    }

    private static void RequireShort(string text)
    {
        if (text.Length > MaxLength) throw DirectusException.InvalidPayload($"\"string\" has more than {MaxLength} characters");
    }
}
