namespace Directus.Grpc.Server.Kernel;

/// <summary>Hashes what `hash` fields hold. Items writes with it, Auth verifies with it. Hashing is meant to be slow and
/// only a few run at a time, so callers that can wait do it without a thread.</summary>
public interface IPasswordHasher
{
    /// <summary>A hash of nothing known: who has no account waits as long as who has one.</summary>
    string Decoy { get; }

    /// <summary>An argon2id hash in PHC form, as Directus reads it.</summary>
    string Hash(string password);

    /// <summary>Whether it is the hash of the password; false for a text that is no hash.</summary>
    bool Verify(string hash, string password);

    Task<string> HashAsync(string password, CancellationToken cancellation);

    Task<bool> VerifyAsync(string hash, string password, CancellationToken cancellation);
}
