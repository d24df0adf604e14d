namespace Directus.Grpc.Server.Auth;

/// <summary>The part of a refresh token that stays the same when the session is renewed, and names it. Access tokens carry it,
/// who may be read by more than the refresh token: the other part, 250 random bits, cannot be told from it.</summary>
internal static class SessionMark
{
    /// <summary>As many characters as 132 bits take.</summary>
    public const int Length = 22;

    public static string Of(string refreshToken) => refreshToken.Length > Length ? refreshToken[..Length] : refreshToken;
}
