using System.Security.Cryptography;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The secret of a server that was given none: on SQLite a random one, kept beside the database, so that tokens
/// outlive a restart. Several servers may share a PostgreSQL database, so there it has to be given.</summary>
internal static class SecretFile
{
    public static string For(DatabaseOptions database)
    {
        if (!database.IsFile)
            throw new ConfigurationException("SECRET is not set: give a long random text, the same for every server of the project.");
        return OfFile(database.Filename + ".secret");
    }

    private static string OfFile(string path)
    {
        try
        {
            if (!File.Exists(path)) Create(path);
            var secret = File.ReadAllText(path).Trim();
            return secret.Length > 0 ? secret : throw new ConfigurationException($"SECRET is not set and the file {path} is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"SECRET is not set and the file {path} cannot be used.");
        }
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
    }
}
