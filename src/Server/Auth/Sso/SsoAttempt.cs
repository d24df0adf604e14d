namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A login that is under way at a provider; the browser keeps it, sealed.</summary>
/// <param name="Provider">Name of the provider.</param>
/// <param name="State">Comes back with the answer: it is this browser's own.</param>
/// <param name="Nonce">Comes back in the id token: it is made for this login.</param>
/// <param name="Verifier">Proves that who trades the code has started the login (PKCE).</param>
/// <param name="Redirect">Where the browser goes in the end; null when it gets the tokens as JSON.</param>
/// <param name="Otp">One-time password, for users who have set up a second factor.</param>
internal sealed record SsoAttempt(string Provider, string State, string Nonce, string Verifier, string? Redirect, string? Otp);
