namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The names under which a profile has what an account takes.</summary>
internal sealed record ProfileKeys(string Identifier, string Email, string? FirstName, string? LastName);
