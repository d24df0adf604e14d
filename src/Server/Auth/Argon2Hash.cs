using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Geralt;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Directus.Grpc.Server.Auth;

/// <summary>An argon2 hash as its PHC string tells it: variant, costs (memory in KiB), salt and digest.</summary>
internal sealed partial record Argon2Hash(string Text, string Variant, int Memory, int Passes, int Lanes, byte[] Salt, byte[] Digest)
{
    // A stored text must not make a login take minutes or all memory.
    private const int MostMemory = HashOptions.MostMemory, MostPasses = HashOptions.MostPasses, MostLanes = 64;

    // libsodium's, which is several times as fast as managed code, knows texts of no other length.
    private const int ShortestNative = 45, LongestNative = Argon2id.HashSize;

    /// <summary>The hash of a password, with a salt of its own.</summary>
    public static string Of(string password, HashOptions costs)
    {
        Span<char> text = stackalloc char[Argon2id.HashSize];
        Argon2id.ComputeHash(text, Encoding.UTF8.GetBytes(password), costs.TimeCost, costs.MemoryCost * 1024);
        return text.TrimEnd('\0').ToString();
    }

    /// <summary>A hash that nothing matches, as costly to compare with as those of passwords are.</summary>
    public static string Decoy(HashOptions costs) => string.Create(CultureInfo.InvariantCulture,
        $"$argon2id$v=19$m={costs.MemoryCost},t={costs.TimeCost},p=1"
        + $"${Encode(RandomNumberGenerator.GetBytes(16))}${Encode(RandomNumberGenerator.GetBytes(32))}");

    public static bool TryParse(string text, [NotNullWhen(true)] out Argon2Hash? hash)
    {
        hash = null;
        if (text.Length > 1024 || Form().Match(text) is not { Success: true } match) return false;
        if (!TryDecode(match.Groups["salt"].Value, out var salt) || !TryDecode(match.Groups["digest"].Value, out var digest)) return false;
        var (memory, passes, lanes) = (Number(match, "m"), Number(match, "t"), Number(match, "p"));
        if (lanes is < 1 or > MostLanes || passes is < 1 or > MostPasses || memory < 8 * lanes || memory > MostMemory) return false;
        if (salt.Length < 8 || digest.Length is < 4 or > 512) return false;
        hash = new Argon2Hash(text, match.Groups["variant"].Value, memory, passes, lanes, salt, digest);
        return true;
    }

    /// <summary>Nothing ever matches the empty password.</summary>
    public bool Matches(string password)
    {
        if (password.Length == 0) return false;
        var bytes = Encoding.UTF8.GetBytes(password);
        return Variant == "argon2id" && Text.Length is >= ShortestNative and <= LongestNative
            ? Argon2id.VerifyHash(Text, bytes)
            : CryptographicOperations.FixedTimeEquals(Compute(bytes), Digest);
    }

    private byte[] Compute(byte[] password)
    {
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Type(Variant))
            .WithVersion(Argon2Parameters.Version13).WithSalt(Salt).WithMemoryAsKB(Memory).WithIterations(Passes).WithParallelism(Lanes).Build());
        var digest = new byte[Digest.Length];
        generator.GenerateBytes(password, digest);
        return digest;
    }

    private static int Type(string variant) => variant switch
    {
        "argon2i" => Argon2Parameters.Argon2i,
        "argon2d" => Argon2Parameters.Argon2d,
        _ => Argon2Parameters.Argon2id,
    };

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

    [GeneratedRegex(@"^\$(?<variant>argon2id|argon2i|argon2d)\$v=19\$m=(?<m>[0-9]{1,7}),t=(?<t>[0-9]{1,3}),p=(?<p>[0-9]{1,3})"
        + @"\$(?<salt>[A-Za-z0-9+/]+)\$(?<digest>[A-Za-z0-9+/]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
