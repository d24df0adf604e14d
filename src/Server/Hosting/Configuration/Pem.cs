using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Certificates as text. In a variable its lines may be parted by `\n`.</summary>
internal static class Pem
{
    public static bool TryRead(string text, [NotNullWhen(true)] out X509Certificate2Collection? certificates)
    {
        certificates = [];
        try
        {
            certificates.ImportFromPem(Lines(text));
        }
        catch (CryptographicException)
        {
            return false;
        }

        return certificates.Count > 0;
    }

    public static string Lines(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);
}
