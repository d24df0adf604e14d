using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>The settings that a difference is about.</summary>
internal static class ChangedSettings
{
    public static JsonObject Of(DifferenceEntry entry, JsonObject part) =>
        new(Keys(entry, "meta").Select(key => KeyValuePair.Create(key, part["meta"]?[key]?.DeepClone())));

    public static IReadOnlyList<string> Keys(DifferenceEntry entry, string section) => [.. entry.Differences
        .Where(difference => difference.Path is [{ } first, { Key: not null }, ..] && first.Key == section)
        .Select(difference => difference.Path[1].Key!).Distinct()];

    /// <summary>What changes, in words.</summary>
    public static string Names(DifferenceEntry entry) => string.Join(", ", entry.Differences
        .Select(difference => string.Join('.', difference.Path.Take(2).Select(step => step.Key))).Distinct());
}
