using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>How a login ended: with tokens or a refusal, and where the browser goes with either.</summary>
internal sealed record SsoOutcome(string? Redirect, IssuedTokens? Tokens, DirectusException? Refusal);
