using System.Security.Cryptography;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Texts that nobody can guess, of characters that stand for themselves in an address.</summary>
internal static class RandomText
{
    public const int DefaultLength = 32;
    private const int MaxLength = 500;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>INVALID_QUERY when the length is out of range.</summary>
    public static string Of(int length)
    {
        if (length < 1) throw DirectusException.InvalidQuery("\"length\" must be greater than or equal to 1");
        if (length > MaxLength) throw DirectusException.InvalidQuery($"\"length\" must be less than or equal to {MaxLength}");
        return RandomNumberGenerator.GetString(Characters, length);
    }
}
