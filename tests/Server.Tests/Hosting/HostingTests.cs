using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;
using ListenOptions = Directus.Grpc.Server.Hosting.ListenOptions;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directus-grpc-hosting-");

    [Fact]
    public async Task A_certificate_opens_its_port()
    {
        var (certificate, key) = Certificate();
        await using var app = Build("--SECRET", "s", "--TLS_CERT_FILE", certificate, "--TLS_KEY_FILE", key);

        Assert.NotNull(app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value);
        Assert.True(app.Services.GetRequiredService<IOptions<ListenOptions>>().Value.Tls);
    }

    [Fact]
    public async Task The_server_waits_as_long_as_the_settings_say()
    {
        await using var app = Build("--SECRET", "s", "--SERVER_SHUTDOWN_TIMEOUT", "1500", "--SERVER_KEEP_ALIVE_TIMEOUT", "2500",
            "--SERVER_HEADERS_TIMEOUT", "3500");
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal(1500, app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout.TotalMilliseconds);
        Assert.Equal((2500, 3500), (limits.KeepAliveTimeout.TotalMilliseconds, limits.RequestHeadersTimeout.TotalMilliseconds));
    }

    [Fact]
    public void What_is_no_certificate_stops_the_start()
    {
        var file = Path.Combine(_folder.FullName, "none.pem");
        File.WriteAllText(file, "none");

        Assert.Throws<ConfigurationException>(() => Build("--SECRET", "s", "--TLS_CERT_FILE", file));
    }

    [Fact]
    public void Without_a_secret_SQLite_keeps_a_random_one_that_only_its_owner_reads()
    {
        var database = new DatabaseOptions { Filename = Path.Combine(_folder.FullName, "data.db") };

        var secret = SecretFile.For(database);

        Assert.Equal(64, secret.Length);
        Assert.Equal(secret, SecretFile.For(database));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(database.Filename + ".secret"));
    }

    [Fact]
    public void Without_a_secret_PostgreSQL_stops_the_start() => Assert.StartsWith("SECRET is not set",
        Assert.Throws<ConfigurationException>(() => SecretFile.For(new DatabaseOptions { Client = DatabaseClient.Postgres })).Message);

    [Theory]
    [InlineData("postgres://us%40er:p%3Aw@db.local:6432/name", "Host=db.local;Port=6432;Database=name;Username=us@er;Password=p:w")]
    [InlineData("postgresql://u@h/n", "Host=h;Port=5432;Database=n;Username=u")]
    [InlineData("Host=h;Database=n", "Host=h;Database=n")]
    public async Task A_connection_string_may_be_an_address(string text, string expected)
    {
        await using var app = Build("--SECRET", "s", "--DB_CLIENT", "pg", "--DB_CONNECTION_STRING", text);

        Assert.Equal(expected, app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static WebApplication Build(params string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.AddHosting(args);
        return builder.Build();
    }

    private (string Certificate, string Key) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var files = (Certificate: Path.Combine(_folder.FullName, "cert.pem"), Key: Path.Combine(_folder.FullName, "key.pem"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
