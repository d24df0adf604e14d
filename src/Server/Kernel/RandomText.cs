using System.Security.Cryptography;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Texts that nobody can guess, of characters that stand for themselves in an address.</summary>
internal static class RandomText
{
    public const int DefaultLength = 32;
    public const int MaxLength = 500;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>INVALID_PAYLOAD when the length is out of range.</summary>
    public static string Of(int length) => length is >= 1 and <= MaxLength
        ? RandomNumberGenerator.GetString(Characters, length)
        : throw DirectusException.InvalidPayload($"\"length\" must be between 1 and {MaxLength}");
}
