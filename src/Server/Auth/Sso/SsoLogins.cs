using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>Logins by another server: sends the browser there, and lets in who comes back with its word.</summary>
internal sealed class SsoLogins(AttemptSeal seal, SpentAttempts spent, SsoAccounts accounts, LoginService logins, ILogger<SsoLogins> logger)
{
    private const int LongestOtp = 16;

    /// <summary>Begins a login. INVALID_PAYLOAD for a redirect to where nobody may be sent, SERVICE_UNAVAILABLE when the
    /// provider does not answer.</summary>
    public async Task<SsoStart> StartAsync(SsoProvider provider, string? redirect, string? otp, bool prompt, CancellationToken cancellation)
    {
        if (otp is { Length: > LongestOtp }) throw new DirectusException(ErrorCodes.InvalidOtp);
        var target = redirect is null ? null : provider.Redirects.Find(redirect)
            ?? throw DirectusException.InvalidPayload($"URL \"{redirect}\" can't be used to redirect after login");
        var attempt = new SsoAttempt(provider.Name, Random(), Random(), Random(), target, otp);
        return new SsoStart(await provider.Driver.AddressAsync(provider, attempt, prompt, cancellation), seal.Seal(attempt));
    }

    /// <summary>Ends a login. Only a refusal that the browser brings its own attempt for leads to a page.</summary>
    /// <param name="provider">Who answers.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="kept">The sealed attempt that the browser kept.</param>
    /// <param name="client">Where the call comes from: address, user agent, origin.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<SsoOutcome> FinishAsync(SsoProvider provider, SsoAnswer answer, string? kept, Principal client, CancellationToken cancellation)
    {
        string? redirect = null;
        try
        {
            var attempt = AttemptOf(provider, kept);
            redirect = attempt.Redirect is null ? null : provider.Redirects.Find(attempt.Redirect) ?? throw DirectusException.InvalidCredentials();
            RequireAnswerTo(attempt, answer);
            var profile = await provider.Driver.ProfileAsync(provider, attempt, answer, cancellation);
            var user = await accounts.OfAsync(provider, profile, client, cancellation);
            var mode = redirect is null ? LoginMode.Json : provider.Mode;
            return new SsoOutcome(redirect, await logins.AdmitAsync(user, attempt.Otp, mode, client, cancellation), null);
        }
        catch (DirectusException refusal)
        {
            SsoLog.Refused(logger, provider.Name, refusal.Code.Name);
            return new SsoOutcome(redirect is null ? null : LoginRedirects.WithReason(redirect, refusal.Code.Name), null, refusal);
        }
    }

    private SsoAttempt AttemptOf(SsoProvider provider, string? kept) =>
        kept is not null && seal.Open(kept) is { } attempt && attempt.Provider == provider.Name
            ? attempt : throw DirectusException.InvalidCredentials();

    private void RequireAnswerTo(SsoAttempt attempt, SsoAnswer answer)
    {
        var same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answer.State ?? ""), Encoding.UTF8.GetBytes(attempt.State));
        if (!same || !spent.TrySpend(attempt)) throw DirectusException.InvalidCredentials();
        // The provider itself lets nobody in, for whatever reason.
        if (answer.Error is not null || string.IsNullOrEmpty(answer.Code)) throw new DirectusException(ErrorCodes.InvalidToken);
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>A login that begins.</summary>
/// <param name="Address">Where the browser is sent.</param>
/// <param name="Attempt">What it keeps until it comes back.</param>
internal sealed record SsoStart(string Address, string Attempt);

/// <summary>How a login ended: with tokens or a refusal, and where the browser goes with either.</summary>
internal sealed record SsoOutcome(string? Redirect, IssuedTokens? Tokens, DirectusException? Refusal);
