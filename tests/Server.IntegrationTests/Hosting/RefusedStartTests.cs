using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>Starts that cannot succeed, or were not meant: they leave no database behind, whose password nobody has seen.</summary>
public sealed class RefusedStartTests
{
    [Theory]
    [InlineData(0, "--help"), InlineData(0, "-h"), InlineData(0, "help"), InlineData(0, "schema", "--help"), InlineData(0, "--version")]
    [InlineData(2, "start"), InlineData(2, "--hepl"), InlineData(2, "--prot", "8080"), InlineData(2, "--PORT"),
        InlineData(2, "--PORT", "8080", "bootstrap"), InlineData(2, "schema", "snapshoot"),
        InlineData(2, "studio"), InlineData(2, "studio", "install", "--force")]
    public async Task Help_and_unknown_words_start_no_server(int exitCode, params string[] arguments)
    {
        var (code, output, files) = await RunAsync([], arguments);

        Assert.Equal((exitCode, true), (code, output.Length > 0));
        Assert.Empty(files);
    }

    [Theory]
    [InlineData(0, "PORT=8055\nCACHE_ENABLED=true\nTUS_ENABLED=false\n", "1 honoured, 1 without effect, 1 not supported")]
    [InlineData(1, "PORT=8055\nWEBSOCKETS_ENABLED=true\n", "1 not supported")]
    [InlineData(1, "QUREY_LIMIT_MAX=5\n", "QUREY_LIMIT_MAX: unknown")]
    [InlineData(1, "SECRET=very-secret\nPORT=eighty\n", "PORT: wrong. PORT has to be a port")]
    public async Task Check_env_tells_of_a_file_and_starts_nothing(int exitCode, string file, string line)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.env");
        await File.WriteAllTextAsync(path, file);

        var (code, output, files) = await RunAsync([], "check-env", path);
        File.Delete(path);

        Assert.Equal(exitCode, code);
        Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", output, StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Fact]
    public async Task Without_npm_or_where_something_is_no_app_is_fetched()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var (code, output, files) = await RunAsync(new() { ["PATH"] = folder.FullName }, "studio", "install", "app");
        Assert.Equal((1, 0), (code, files.Length));
        Assert.Contains("npm is needed", output, StringComparison.Ordinal);

        var kept = Path.Combine(folder.FullName, "kept.txt");
        await File.WriteAllTextAsync(kept, "kept");
        (code, output, _) = await RunAsync([], "studio", "install", folder.FullName);
        Assert.Equal((1, "kept"), (code, await File.ReadAllTextAsync(kept)));
        Assert.Contains("already", output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Check_env_without_a_file_tells_what_the_server_would_start_with()
    {
        var (code, output, files) = await RunAsync(new() { ["EMAIL_FORM"] = "a@example.com", ["CACHE_TTL"] = "5m" }, "check-env");

        Assert.Equal(1, code);
        Assert.Contains("EMAIL_FORM: unknown", output, StringComparison.Ordinal);
        Assert.Contains("CACHE_TTL: without effect. Answers are", output, StringComparison.Ordinal);
        Assert.Contains("SECRET: honoured", output, StringComparison.Ordinal);
        Assert.DoesNotContain(TestServer.Secret, output, StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Theory]
    [InlineData("PORT"), InlineData("GRPC_PORT")]
    public async Task A_port_that_is_taken_is_refused_first(string which)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var ports = new Dictionary<string, string>
        {
            ["PORT"] = Free(), ["GRPC_PORT"] = Free(),
            [which] = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)
        };

        var (code, output, files) = await RunAsync(ports);

        Assert.Equal(1, code);
        Assert.Contains("address already in use", output, StringComparison.Ordinal);
        Assert.DoesNotContain("password", output, StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Theory]
    [InlineData("STORAGE_LOCAL_DRIVER", "s3"), InlineData("TLS_CERT_FILE", "nowhere.pem"), InlineData("FALLBACK_URL", "old-server"),
        InlineData("FALLBACK_URL", "ftp://old-server"), InlineData("FALLBACK_URL", "http://user:secret@old-server"),
        InlineData("FALLBACK_URL", "http://old-server?a=b"), InlineData("STUDIO_ROOT", "nowhere")]
    public async Task A_setting_that_cannot_work_is_refused_first(string name, string value)
    {
        var (code, output, files) = await RunAsync(new() { ["PORT"] = Free(), ["GRPC_PORT"] = Free(), [name] = value });

        Assert.Equal(1, code);
        Assert.Contains(name.Split('_')[0], output, StringComparison.Ordinal);
        Assert.DoesNotContain("password", output, StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Theory, InlineData("http://localhost:{0}/"), InlineData("https://cms.example.com/api")]
    public async Task Another_server_cannot_be_this_one(string address)
    {
        var port = Free();
        address = string.Format(CultureInfo.InvariantCulture, address, port);

        var (code, output, files) = await RunAsync(new()
        {
            ["PORT"] = port, ["GRPC_PORT"] = Free(), ["PUBLIC_URL"] = "https://cms.example.com/api/", ["FALLBACK_URL"] = address,
        });

        Assert.Equal((1, "FALLBACK_URL has to be another server than this one."), (code, output.Trim()));
        Assert.Empty(files);
    }

    private static string Free() => FreePort.Next().ToString(CultureInfo.InvariantCulture);

    private static async Task<(int Code, string Output, string[] Files)> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var environment = new Dictionary<string, string>(settings)
        {
            ["HOST"] = "127.0.0.1", ["SECRET"] = TestServer.Secret,
            ["DB_FILENAME"] = Path.Combine(folder.FullName, "directus.db")
        };
        var (code, output) = await Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, .. arguments], environment, folder.FullName);
        string[] files = [.. Directory.EnumerateFileSystemEntries(folder.FullName)];
        folder.Delete(recursive: true);
        return (code, output, files);
    }
}
