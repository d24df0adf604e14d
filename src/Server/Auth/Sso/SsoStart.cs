namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A login that begins.</summary>
/// <param name="Address">Where the browser is sent.</param>
/// <param name="Attempt">What it keeps until it comes back.</param>
internal sealed record SsoStart(string Address, string Attempt);
