using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Hashes as Directus does. Each hash takes its memory and a core for a while, so no more run at a time than there
/// are cores; the others wait.</summary>
internal sealed class Argon2PasswordHasher(IOptions<HashOptions> options) : IPasswordHasher, IDisposable
{
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    public string Decoy { get; } = Argon2Hash.Decoy(options.Value);

    public string Hash(string password)
    {
        _cores.Wait();
        try
        {
            return Argon2Hash.Of(password, options.Value);
        }
        finally
        {
            _cores.Release();
        }
    }

    public bool Verify(string hash, string password)
    {
        if (!Argon2Hash.TryParse(hash, out var parsed)) return false;
        _cores.Wait();
        try
        {
            return parsed.Matches(password);
        }
        finally
        {
            _cores.Release();
        }
    }

    public Task<string> HashAsync(string password, CancellationToken cancellation) =>
        RunAsync(() => Argon2Hash.Of(password, options.Value), cancellation);

    public Task<bool> VerifyAsync(string hash, string password, CancellationToken cancellation) =>
        Argon2Hash.TryParse(hash, out var parsed)
            ? RunAsync(() => parsed.Matches(password), cancellation)
            : Task.FromResult(false);

    public void Dispose() => _cores.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _cores.WaitAsync(cancellation);
        try
        {
            // Off the caller's thread: it is computation, not waiting.
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _cores.Release();
        }
    }
}
