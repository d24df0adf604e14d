namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>What a browser brings back from a provider.</summary>
/// <param name="State">Names the attempt.</param>
/// <param name="Code">What the profile is asked for with.</param>
/// <param name="Error">Why there is no code.</param>
/// <param name="Issuer">Who answers (RFC 9207), where the provider says it.</param>
internal sealed record SsoAnswer(string? State, string? Code, string? Error, string? Issuer);
