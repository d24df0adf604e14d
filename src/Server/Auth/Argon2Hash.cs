using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Konscious.Security.Cryptography;

namespace Directus.Grpc.Server.Auth;

/// <summary>An argon2 hash as its PHC string tells it: variant, costs, salt and digest.</summary>
internal sealed partial record Argon2Hash(string Variant, int Memory, int Passes, int Lanes, byte[] Salt, byte[] Digest)
{
    // What Directus writes: 64 MiB, three passes, four lanes.
    private const int UsualMemory = 65_536, UsualPasses = 3, UsualLanes = 4, SaltLength = 16, DigestLength = 32;

    // A stored text must not make a login take minutes or all memory.
    private const int MostMemory = 1 << 20, MostPasses = 64, MostLanes = 64;

    public static Argon2Hash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = new Argon2Hash("argon2id", UsualMemory, UsualPasses, UsualLanes, salt, RandomNumberGenerator.GetBytes(DigestLength));
        // Nothing ever matches the empty password, so any digest will do; the library has none for it.
        return password.Length == 0 ? hash : hash with { Digest = hash.Compute(password) };
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Argon2Hash? hash)
    {
        hash = null;
        if (text.Length > 1024 || Form().Match(text) is not { Success: true } match) return false;
        if (!TryDecode(match.Groups["salt"].Value, out var salt) || !TryDecode(match.Groups["digest"].Value, out var digest)) return false;
        var (memory, passes, lanes) = (Number(match, "m"), Number(match, "t"), Number(match, "p"));
        if (lanes is < 1 or > MostLanes || passes is < 1 or > MostPasses || memory < 8 * lanes || memory > MostMemory) return false;
        if (salt.Length < 8 || digest.Length is < 4 or > 512) return false;
        hash = new Argon2Hash(match.Groups["variant"].Value, memory, passes, lanes, salt, digest);
        return true;
    }

    public bool Matches(string password) =>
        password.Length > 0 && CryptographicOperations.FixedTimeEquals(Compute(password), Digest);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"${Variant}$v=19$m={Memory},t={Passes},p={Lanes}${Encode(Salt)}${Encode(Digest)}");

    private byte[] Compute(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        using Argon2 argon = Variant switch
        {
            "argon2i" => new Argon2i(bytes),
            "argon2d" => new Argon2d(bytes),
            _ => new Argon2id(bytes),
        };
        (argon.Salt, argon.MemorySize, argon.Iterations, argon.DegreeOfParallelism) = (Salt, Memory, Passes, Lanes);
        return argon.GetBytes(Digest.Length);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // PHC strings leave the padding out.
    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var padded = text + (text.Length % 4) switch { 2 => "==", 3 => "=", _ => "" };
        if (!Convert.TryFromBase64String(padded, bytes, out var length)) return false;
        bytes = bytes[..length];
        return true;
    }

    [GeneratedRegex(@"^\$(?<variant>argon2id|argon2i|argon2d)\$v=19\$m=(?<m>[0-9]{1,7}),t=(?<t>[0-9]{1,3}),p=(?<p>[0-9]{1,3})\$(?<salt>[A-Za-z0-9+/]+)\$(?<digest>[A-Za-z0-9+/]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
