using Directus.Grpc.Auth.V1;
using Grpc.Core;

namespace Directus.Grpc.Client;

/// <summary>The tokens of a client. However many calls find them worn out, one refresh serves them all.</summary>
internal sealed class Session(AuthService.AuthServiceClient auth, TimeProvider time)
{
    private static readonly TimeSpan RefreshTimeout = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private SessionTokens current = SessionTokens.None;
    private Task<SessionTokens>? renewal;

    /// <summary>The tokens for a call that leaves now.</summary>
    public ValueTask<SessionTokens> CurrentAsync(CancellationToken cancellation)
    {
        var tokens = Volatile.Read(ref current);
        return tokens.CanRenew && time.GetUtcNow() >= tokens.RenewAt ? RenewAsync(tokens, cancellation) : new(tokens);
    }

    /// <summary>The tokens that follow the given ones, which may be there already.</summary>
    public async ValueTask<SessionTokens> RenewAsync(SessionTokens worn, CancellationToken cancellation)
    {
        Task<SessionTokens> shared;
        lock (gate)
        {
            if (!ReferenceEquals(current, worn) || !worn.CanRenew) return current;
            // On its own task: the caller who happens to start it may give up without failing the others.
            shared = renewal ??= Task.Run(() => RefreshAsync(worn), CancellationToken.None);
        }
        return await shared.WaitAsync(cancellation);
    }

    public void Use(Tokens tokens) => Replace(SessionTokens.From(tokens, time.GetUtcNow()));

    public void UseStatic(string? token) => Replace(SessionTokens.Static(token));

    /// <summary>Forgets the tokens and returns the last ones, so that their session can be ended.</summary>
    public async Task<SessionTokens> ForgetAsync(CancellationToken cancellation)
    {
        // A refresh under way would leave the new tokens alive.
        if (Volatile.Read(ref renewal) is { } pending)
            await ((Task)pending).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Replace(SessionTokens.None);
    }

    private SessionTokens Replace(SessionTokens tokens)
    {
        lock (gate)
        {
            renewal = null;
            return Interlocked.Exchange(ref current, tokens);
        }
    }

    private async Task<SessionTokens> RefreshAsync(SessionTokens worn)
    {
        try
        {
            using var timeout = new CancellationTokenSource(RefreshTimeout, time);
            var request = new RefreshRequest { RefreshToken = worn.Refresh };
            var reply = await auth.RefreshAsync(request, cancellationToken: timeout.Token);
            return Finish(worn, SessionTokens.From(reply.Tokens, time.GetUtcNow()));
        }
        catch (RpcException error)
        {
            // Refused for good: later calls must not ask again. Anything else may work the next time.
            var over = error.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied;
            Finish(worn, over ? worn with { Refresh = null } : worn);
            throw DirectusException.From(error);
        }
        catch (OperationCanceledException error)
        {
            // No caller has given up: to them the server is not there.
            Finish(worn, worn);
            throw DirectusException.Unavailable("The server did not answer the refresh of the session in time.", error);
        }
        catch
        {
            Finish(worn, worn);
            throw;
        }
    }

    // A login or logout in the meantime wins over the refresh.
    private SessionTokens Finish(SessionTokens worn, SessionTokens next)
    {
        lock (gate)
        {
            if (!ReferenceEquals(current, worn)) return current;
            renewal = null;
            return current = next;
        }
    }
}
