using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Files.Storage;
using DotNetEnv;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Fills the options from Directus' environment variables. What is more specific wins: the command line
/// (`--PORT 8055`) over the environment over a `.env` file over `appsettings.json`, all in the working folder.</summary>
internal static class DirectusConfiguration
{
    public static void AddDirectus(this IConfigurationManager configuration, string[] args)
    {
        configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false);
        if (File.Exists(".env")) configuration.AddInMemoryCollection(Pairs(".env"));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
        configuration.AddInMemoryCollection(Options(configuration));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(string file)
    {
        try
        {
            return [.. Env.NoEnvVars().Load(file).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))];
        }
        catch (Exception error) when (error is not IOException)
        {
            throw new ConfigurationException("The file .env cannot be read: every line has to be NAME=value.");
        }
    }

    private static Dictionary<string, string?> Options(IConfiguration given)
    {
        var options = new Dictionary<string, string?>();
        var providers = SsoOptions.NamesIn(Text(given, "AUTH_PROVIDERS") ?? "").Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(ProviderSettings.Of);
        var locations = StorageOptions.NamesIn(Text(given, "STORAGE_LOCATIONS") ?? "local").Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(StorageSettings.Of);
        foreach (var setting in Settings.All.Concat(providers).Concat(locations))
            if (Text(given, setting.Name) is { Length: > 0 } text) options[setting.Key] = setting.Read(text);
        return options;
    }

    // As Directus: what should not stand in the environment may stand in a file that NAME_FILE names.
    private static string? Text(IConfiguration given, string name)
    {
        if (given[name] is { } text) return text;
        if (given[$"{name}_FILE"] is not { Length: > 0 } file) return null;
        return File.Exists(file) ? File.ReadAllText(file).Trim() : throw new ConfigurationException($"{name}_FILE has to be a file that exists.");
    }
}
