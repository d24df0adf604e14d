using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Whom PostgreSQL is believed to be, and who it is told that this server is: DB_SSL__*.</summary>
internal static class DatabaseTls
{
    public static void Configure(DatabaseOptions options, IConfigurationSection given)
    {
        if (given["Ca"] is { } authorities && Pem.TryRead(authorities, out var roots)) options.RootCertificates = roots;
        if (given["Cert"] is { } own) options.ClientCertificate = Client(own, given["Key"]);
        else if (given["Key"] is not null) throw new ConfigurationException("DB_SSL__KEY needs DB_SSL__CERT, the certificate of the key.");
    }

    private static X509Certificate2 Client(string certificate, string? key)
    {
        try
        {
            return X509Certificate2.CreateFromPem(Pem.Lines(certificate), Pem.Lines(key ?? certificate));
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new ConfigurationException("DB_SSL__CERT and DB_SSL__KEY have to be a certificate and its key as PEM.");
        }
    }
}
