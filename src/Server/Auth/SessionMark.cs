namespace Directus.Grpc.Server.Auth;

/// <summary>The part of a refresh token that access tokens carry, who may be read by more than the refresh token: which session
/// it is, which stays the same when the session is renewed, and the count of its refresh tokens, which goes up by one. The rest,
/// 240 random bits, cannot be told from it.</summary>
internal readonly record struct SessionMark
{
    /// <summary>As many characters as 132 bits take.</summary>
    private const int NameLength = 22;

    private const int CountLength = 2;

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private SessionMark(string text) => Text = text;

    /// <summary>What names the session, then the count.</summary>
    public string Text { get; }

    public string Name => Text[..NameLength];

    /// <summary>Of a refresh token, or of what an access token carries of it; null when it is too short to be either.</summary>
    public static SessionMark? Of(string text) =>
        text.Length >= NameLength + CountLength && !text.Contains('\0') ? new SessionMark(text[..(NameLength + CountLength)]) : null;

    /// <summary>Of the refresh token that takes this one's place. It counts in a circle, which nobody goes around while an
    /// access token lives.</summary>
    public SessionMark Next()
    {
        var count = (Digit(Text[NameLength]) * Digits.Length + Digit(Text[NameLength + 1]) + 1) % (Digits.Length * Digits.Length);
        return new SessionMark($"{Name}{Digits[count / Digits.Length]}{Digits[count % Digits.Length]}");
    }

    public bool Marks(string refreshToken) => refreshToken.StartsWith(Text, StringComparison.Ordinal);

    // Refresh tokens of others may hold other characters.
    private static int Digit(char character) => Math.Max(0, Digits.IndexOf(character, StringComparison.Ordinal));
}
