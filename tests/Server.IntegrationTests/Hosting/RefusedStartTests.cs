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
        InlineData(2, "--PORT", "8080", "bootstrap"), InlineData(2, "schema", "snapshoot")]
    public async Task Help_and_unknown_words_start_no_server(int exitCode, params string[] arguments)
    {
        var (code, output, files) = await RunAsync([], arguments);

        Assert.Equal((exitCode, true), (code, output.Length > 0));
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
    [InlineData("STORAGE_LOCAL_DRIVER", "s3"), InlineData("TLS_CERT_FILE", "nowhere.pem")]
    public async Task A_setting_that_cannot_work_is_refused_first(string name, string value)
    {
        var (code, output, files) = await RunAsync(new() { ["PORT"] = Free(), ["GRPC_PORT"] = Free(), [name] = value });

        Assert.Equal(1, code);
        Assert.Contains(name.Split('_')[0], output, StringComparison.Ordinal);
        Assert.DoesNotContain("password", output, StringComparison.Ordinal);
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
