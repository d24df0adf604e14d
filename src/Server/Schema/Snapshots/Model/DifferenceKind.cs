using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>What became of a part.</summary>
internal enum DifferenceKind
{
    /// <summary>`N`: it is new.</summary>
    New,

    /// <summary>`D`: it is gone.</summary>
    Deleted,

    /// <summary>`E`: it has another value.</summary>
    Edited,

    /// <summary>`A`: an entry of a list is new or gone.</summary>
    Array,

    /// <summary>`rename`: it has another name and keeps its data. Directus does not know this one.</summary>
    Rename,
}

/// <summary>The names of the kinds of differences.</summary>
internal static class DifferenceKinds
{
    public static string Name(DifferenceKind kind) => kind switch
    {
        DifferenceKind.New => "N",
        DifferenceKind.Deleted => "D",
        DifferenceKind.Edited => "E",
        DifferenceKind.Array => "A",
        DifferenceKind.Rename => "rename",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static bool TryParse(string? name, out DifferenceKind kind)
    {
        foreach (var candidate in Enum.GetValues<DifferenceKind>())
        {
            kind = candidate;
            if (Name(candidate) == name) return true;
        }

        kind = default;
        return false;
    }
}
