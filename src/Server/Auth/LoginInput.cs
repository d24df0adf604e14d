namespace Directus.Grpc.Server.Auth;

/// <summary>What a login carries, checked in form.</summary>
internal sealed record LoginInput(string Email, string Password, string? Otp, LoginMode Mode);
