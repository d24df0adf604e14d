using System.ComponentModel;
using System.Diagnostics;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Fetches Directus' app by npm into a folder that STUDIO_ROOT may name, after telling whose it is.</summary>
internal sealed class StudioCommand(string? folder)
{
    public const string Usage = """
        studio install [FOLDER]   tells the licence of Directus' app and fetches it by npm into FOLDER (./studio), for STUDIO_ROOT
        Exit codes: 0 done, 1 it could not be fetched or there is something in FOLDER, 2 wrong usage.
        """;

    // That of Directus 11.17.4, whose answers this server gives.
    private const string Package = "@directus/app@15.10.0";

    private const string Licence = $"""
        {Package} is the app of Directus (Monospace, Inc.). It is not part of this project and not under its licence, but under the Business
        Source License 1.1, which lets you run it yourself under conditions: read the file `license` beside it before you use it.
        """;

    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>The command that the arguments ask for; null when they ask for something else.</summary>
    public static StudioCommand? Of(string[] args) => args switch
    {
        ["studio", "install"] => new StudioCommand("studio"),
        ["studio", "install", { Length: > 0 } folder] when folder[0] != '-' => new StudioCommand(folder),
        ["studio", ..] => new StudioCommand(null),
        _ => null,
    };

    public async Task<int> RunAsync()
    {
        if (folder is null)
        {
            await Console.Error.WriteLineAsync(Usage);
            return Misused;
        }

        var work = Directory.CreateTempSubdirectory("directus-grpc-studio-");
        try
        {
            await InstallAsync(Path.GetFullPath(folder), work.FullName);
            return Done;
        }
        catch (Exception error) when (error is ConfigurationException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task InstallAsync(string target, string work)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new ConfigurationException($"There is something in {target} already. Name another folder, or remove that one.");
        await Console.Out.WriteLineAsync(Licence);
        await PackAsync(work);
        await StudioPackage.UnpackAsync(Directory.EnumerateFiles(work, "*.tgz").Single(), target);
        await Console.Out.WriteLineAsync($"It is in {target}; start the server with STUDIO_ROOT={target}.");
    }

    // npm knows the registry, its proxy and its credentials, and compares checksums.
    private static async Task PackAsync(string work)
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package, "--silent", "--pack-destination", work])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = work,
        };
        try
        {
            using var process = Process.Start(npm) ?? throw new ConfigurationException("npm did not start.");
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new ConfigurationException($"npm could not fetch {Package}.");
        }
        catch (Win32Exception)
        {
            throw new ConfigurationException("npm is needed for this, and is not there. It comes with Node.js.");
        }
    }
}
