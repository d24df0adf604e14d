namespace Directus.Grpc.Server.Schema.Snapshots.Model;

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
