using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>A part of a model: some collections, with the groups they are in, and what relates them.</summary>
internal static class SnapshotSelection
{
    public static SnapshotDocument Select(SnapshotDocument document, IReadOnlyCollection<string> include, IReadOnlyCollection<string> exclude)
    {
        if (include.Count == 0 && exclude.Count == 0) return document;
        if (include.Concat(exclude).FirstOrDefault(name => !Exists(document, name)) is { } unknown)
        {
            throw DirectusException.InvalidQuery($"Collection \"{unknown}\" does not exist");
        }

        var chosen = (include.Count == 0 ? document.Collections.Keys.Concat(SystemSchema.Instance.Tables.Keys) : include).Except(exclude).ToHashSet();
        foreach (var name in chosen.ToList()) AddGroups(document, name, chosen);
        return document with
        {
            Collections = Where(document.Collections, (name, _) => chosen.Contains(name)),
            Fields = Where(document.Fields, (name, _) => chosen.Contains(name.Collection)),
            SystemFields = Where(document.SystemFields ?? [], (name, _) => include.Count == 0 || chosen.Contains(name.Collection)),
            Relations = Where(document.Relations, (name, part) => chosen.Contains(name.Collection)
                && IsKnown((string?)part["related_collection"], chosen)),
        };
    }

    private static bool Exists(SnapshotDocument document, string name) =>
        document.Collections.ContainsKey(name) || SystemSchema.Instance.Tables.ContainsKey(name);

    private static bool IsKnown(string? related, HashSet<string> chosen) =>
        related is null || chosen.Contains(related) || SystemSchema.Instance.Tables.ContainsKey(related);

    private static void AddGroups(SnapshotDocument document, string name, HashSet<string> chosen)
    {
        while (document.Collections.TryGetValue(name, out var part) && (string?)part["meta"]?["group"] is { } group && chosen.Add(group))
        {
            name = group;
        }
    }

    private static OrderedDictionary<TKey, JsonObject> Where<TKey>(OrderedDictionary<TKey, JsonObject> parts, Func<TKey, JsonObject, bool> keep)
        where TKey : notnull => new(parts.Where(part => keep(part.Key, part.Value)));
}
