using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Files.Storage;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Fills the options from Directus' environment variables. What is more specific wins: the command line
/// (`--PORT 8055`) over the environment over the file of CONFIG_PATH, else `.env`, over `appsettings.json`, in the working folder.</summary>
internal static class DirectusConfiguration
{
    public const string ConfigPath = "CONFIG_PATH";

    private const string DefaultPath = ".env";

    public static void AddDirectus(this IConfigurationManager configuration, string[] args)
    {
        configuration.AddGiven(args);
        configuration.AddInMemoryCollection(Options(new GivenVariables(configuration)));
    }

    /// <summary>What is given, as it is.</summary>
    public static void AddGiven(this IConfigurationManager configuration, string[] args)
    {
        configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddInMemoryCollection(OfFile(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build()[ConfigPath]));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    /// <summary>The names of the variables that are given.</summary>
    public static IEnumerable<string> Names(this IConfiguration configuration) =>
        configuration.AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Key)
            .Where(name => !name.Any(char.IsAsciiLetterLower));

    /// <summary>The settings of what was given: of providers and storages those that are named.</summary>
    public static IEnumerable<Setting> SettingsOf(GivenVariables given) => KnownSettings.All
        .Concat(SsoOptions.NamesIn(given["AUTH_PROVIDERS"] ?? "").Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(ProviderSettings.Of))
        .Concat(StorageOptions.NamesIn(given["STORAGE_LOCATIONS"] ?? "local").Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(StorageSettings.Of));

    private static IReadOnlyList<KeyValuePair<string, string?>> OfFile(string? path)
    {
        if (path is { Length: > 0 }) return File.Exists(path) ? ConfigFile.Read(path)
            : throw new ConfigurationException($"{ConfigPath} has to be a file that exists.");
        return File.Exists(DefaultPath) ? ConfigFile.Read(DefaultPath) : [];
    }

    private static Dictionary<string, string?> Options(GivenVariables given)
    {
        var options = new Dictionary<string, string?>();
        foreach (var setting in SettingsOf(given))
            if (given[setting.Name] is { Length: > 0 } text) options[setting.Key] = setting.Read(text);
        foreach (var (key, value) in ContentPolicies.Options(given)) options[key] = value;
        return options;
    }
}
