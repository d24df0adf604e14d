using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Hashes as Directus does.</summary>
internal sealed class Argon2PasswordHasher(IOptions<HashOptions> options, HashingTurns turns) : IPasswordHasher
{
    public string Decoy { get; } = Argon2Hash.Decoy(options.Value);

    public string Hash(string password) => turns.Run(() => Argon2Hash.Of(password, options.Value));

    public bool Verify(string hash, string password) => Argon2Hash.TryParse(hash, out var parsed) && turns.Run(() => parsed.Matches(password));

    public Task<string> HashAsync(string password, CancellationToken cancellation) =>
        turns.RunAsync(() => Argon2Hash.Of(password, options.Value), cancellation);

    public Task<bool> VerifyAsync(string hash, string password, CancellationToken cancellation) =>
        Argon2Hash.TryParse(hash, out var parsed)
            ? turns.RunAsync(() => parsed.Matches(password), cancellation)
            : Task.FromResult(false);
}
