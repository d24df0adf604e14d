using System.Security.Cryptography;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Texts that nobody can guess, of characters that stand for themselves in an address.</summary>
internal static class RandomText
{
    public const int DefaultLength = 32;
    public const int MaxLength = 500;
    private const string Alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Characters = $"{Alphanumerics}-_";

    /// <summary>INVALID_PAYLOAD when the length is out of range.</summary>
    public static string Of(int length) => Of(Characters, length);

    /// <summary>The same of letters and digits alone.</summary>
    public static string OfAlphanumerics(int length) => Of(Alphanumerics, length);

    private static string Of(string characters, int length) => length is >= 1 and <= MaxLength
        ? RandomNumberGenerator.GetString(characters, length)
        : throw DirectusException.InvalidPayload($"\"length\" must be between 1 and {MaxLength}");
}
