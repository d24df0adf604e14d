using System.Buffers;
using System.Text;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>Takes out of a request what nobody who reads a log may learn: tokens, cookies, passwords.</summary>
internal static class Redaction
{
    public const string Redacted = "--redacted--";

    // Names of parameters, and of fields in a filter. `code` and `state` belong to a login by another server.
    private static readonly string[] SecretNames =
        ["access_token", "refresh_token", "id_token", "token", "password", "passwd", "secret", "tfa_secret", "otp", "code", "state",
            "share_password"];

    private static readonly SearchValues<string> Suspects =
        SearchValues.Create(["token", "password", "passwd", "secret", "otp", "code", "state", "%"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> SecretHeaders =
        SearchValues.Create(["auth", "cookie", "token", "secret", "password", "api-key", "apikey"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a header's value is not told. `:authority` is no secret, but no header either.</summary>
    public static bool Hides(string header) => header.AsSpan().ContainsAny(SecretHeaders);

    /// <summary>A path or address without the values of secret parameters.</summary>
    public static string OfUrl(string url)
    {
        var query = url.IndexOf('?');
        if (query < 0 || !url.AsSpan(query).ContainsAny(Suspects)) return url;
        var kept = new StringBuilder(url, 0, query + 1, url.Length + 16);
        foreach (var piece in url[(query + 1)..].Split('&'))
        {
            if (kept.Length > query + 1) kept.Append('&');
            var equals = piece.IndexOf('=');
            if (equals < 0 || !IsSecret(Decoded(piece[..equals]), Decoded(piece[(equals + 1)..]))) kept.Append(piece);
            else kept.Append(piece, 0, equals + 1).Append(Redacted);
        }

        return kept.ToString();
    }

    // By its name or a step of it, `filter[token][_eq]`, or where JSON names such a field: `filter={"token":…}`.
    private static bool IsSecret(string name, string value) =>
        Array.Exists(SecretNames, secret => name.Split('[', ']').Contains(secret, StringComparer.OrdinalIgnoreCase)
            || value.Contains($"\"{secret}\"", StringComparison.OrdinalIgnoreCase));

    // As servers read it: whoever hides a name by encoding it hides it from nobody.
    private static string Decoded(string text)
    {
        var plain = text.Replace('+', ' ');
        for (var i = 0; i < 2 && plain.Contains('%'); i++) plain = Uri.UnescapeDataString(plain);
        return plain;
    }
}
