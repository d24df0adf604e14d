namespace Directus.Grpc.Server.Kernel;

/// <summary>Hashes what `hash` fields hold. Items writes with it, Auth verifies with it.</summary>
public interface IPasswordHasher
{
    /// <summary>An argon2id hash in PHC form, as Directus writes it.</summary>
    string Hash(string password);

    bool Verify(string hash, string password);
}
