namespace Directus.Grpc.Server.Auth;

/// <summary>The tokens of a session.</summary>
internal sealed record IssuedTokens(string AccessToken, string RefreshToken, TimeSpan Lifetime, LoginMode Mode);
