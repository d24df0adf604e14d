using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>How often registrations may be tried from one address, whether they succeed or not.</summary>
/// <param name="limit">The limit; null for none.</param>
internal sealed class RegistrationLimit(IRateLimit? limit, TimeProvider time)
{
    /// <summary>Counts an attempt; REQUESTS_EXCEEDED where there were too many.</summary>
    public async ValueTask TakeAsync(Principal client, CancellationToken cancellation)
    {
        if (limit is null) return;
        var wait = await limit.TakeAsync(CallerKey.Of(client.Ip), 1, cancellation);
        if (wait > TimeSpan.Zero) throw DirectusException.RequestsExceeded(limit.Points, wait, time.GetUtcNow());
    }
}
