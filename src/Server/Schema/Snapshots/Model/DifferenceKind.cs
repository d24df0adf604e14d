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
