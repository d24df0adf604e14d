using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A collection, or a field of it, that keeps its data under another name.</summary>
/// <param name="Field">The field, by its old name; null when the collection itself is renamed.</param>
internal sealed record Rename(string Collection, string? Field, string To)
{
    /// <summary>The same, collections first; a field may have been named within any of the names of its collection.</summary>
    public static IReadOnlyList<Rename> Ordered(IReadOnlyList<Rename> renames) =>
    [
        .. renames.Where(rename => rename.Field is null),
        .. renames.Select((rename, at) => rename with { Collection = LastName(renames, rename.Collection, at) })
            .Where(rename => rename.Field is not null),
    ];

    private static string LastName(IReadOnlyList<Rename> renames, string collection, int at)
    {
        for (var i = 0; i < renames.Count; i++)
        {
            if (renames[i].Field is not null || renames[i].Collection != collection) continue;
            // Whoever has taken the name before is meant by it.
            if (i < at && renames.Take(at).Skip(i + 1).Any(later => later.Field is null && later.To == collection)) continue;
            collection = renames[i].To;
        }

        return collection;
    }

    /// <summary>Reads `old:new` and `collection.old:new`.</summary>
    public static Rename Parse(string text)
    {
        if (text.Split(':') is not [{ Length: > 0 } from, { Length: > 0 } to])
        {
            throw DirectusException.InvalidQuery("\"rename\" must be written as collection:name or collection.field:name");
        }

        var dot = from.IndexOf('.');
        return dot < 0 ? new Rename(from, null, to) : new Rename(from[..dot], from[(dot + 1)..], to);
    }
}
