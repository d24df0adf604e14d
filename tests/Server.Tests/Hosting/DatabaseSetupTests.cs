using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class DatabaseSetupTests
{
    [Theory]
    [InlineData("Db:Encrypted", "true", "SSL Mode=Require"), InlineData("Db:Ssl:RejectUnauthorized", "false", "SSL Mode=Require")]
    [InlineData("Db:Ssl:RejectUnauthorized", "true", "SSL Mode=VerifyFull"), InlineData("Db:Pool:Max", "7", "Maximum Pool Size=7")]
    [InlineData("Db:Pool:Min", "40", "Maximum Pool Size=40")]
    [InlineData("Db:ConnectionString", "postgres://a:b@db.example.com:1/c?sslmode=verify-full", "SSL Mode=VerifyFull")]
    [InlineData("Db:ConnectionString", "postgres://a:b@db.example.com:1/c?sslmode=no-verify", "SSL Mode=Require")]
    public void The_connection_is_as_the_settings_ask(string key, string value, string part) =>
        Assert.Contains(part, Configured((key, value)).ConnectionString, StringComparison.Ordinal);

    [Fact]
    public void Certificates_are_read_and_ask_for_the_right_host()
    {
        var (certificate, key) = Made();

        var options = Configured(("Db:Ssl:Ca", certificate), ("Db:Ssl:Cert", certificate.Replace("\n", "\\n")), ("Db:Ssl:Key", key));

        Assert.Contains("SSL Mode=VerifyFull", options.ConnectionString, StringComparison.Ordinal);
        Assert.Equal("CN=test", Assert.Single(options.RootCertificates!).Subject);
        Assert.True(options.ClientCertificate!.HasPrivateKey);
    }

    [Fact]
    public void A_key_that_is_not_the_certificate_s_is_refused()
    {
        var (certificate, _) = Made();

        var refused = Assert.Throws<ConfigurationException>(() => Configured(("Db:Ssl:Cert", certificate), ("Db:Ssl:Key", Made().Key)));

        Assert.Equal("DB_SSL__CERT and DB_SSL__KEY have to be a certificate and its key as PEM.", refused.Message);
    }

    [Fact]
    public void A_smallest_pool_that_is_larger_than_the_largest_is_refused() =>
        Assert.Contains("DB_POOL__MIN", Assert.Throws<ConfigurationException>(() => Configured(("Db:Pool:Min", "9"), ("Db:Pool:Max", "8"))).Message,
            StringComparison.Ordinal);

    private static DatabaseOptions Configured(params (string Key, string Value)[] settings)
    {
        var given = settings.Append(("Db:Client", "postgres")).Append(("Db:Database", "a")).Append(("Db:User", "b"));
        var options = new DatabaseOptions();
        DatabaseSetup.Configure(options, new ConfigurationBuilder()
            .AddInMemoryCollection(given.Select(entry => KeyValuePair.Create<string, string?>(entry.Item1, entry.Item2))).Build());
        return options;
    }

    private static (string Certificate, string Key) Made()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
