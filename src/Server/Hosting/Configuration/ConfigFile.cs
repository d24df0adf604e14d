using System.Text.Json;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using DotNetEnv;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>A file of variables, by its ending: JSON, YAML, else lines of NAME=value.</summary>
internal static class ConfigFile
{
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string path)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".json" => Entries(SnapshotFile.ParseJson(File.ReadAllBytes(path))),
                ".yaml" or ".yml" => Entries(SnapshotFile.ParseYaml(File.ReadAllBytes(path))),
                ".js" or ".cjs" or ".mjs" => throw new ConfigurationException($"The file {path} cannot be read: JavaScript is not run."),
                _ => [.. Env.NoEnvVars().Load(path).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))],
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The file {path} cannot be read.");
        }
        catch (Exception error) when (error is not ConfigurationException)
        {
            throw new ConfigurationException(
                $"The file {path} cannot be read: it has to hold names and values, by its ending as JSON, YAML or NAME=value.");
        }
    }

    private static KeyValuePair<string, string?>[] Entries(JsonElement file) =>
        [.. file.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Text(entry.Value)))];

    // As in the environment: lists by commas, objects as JSON.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
