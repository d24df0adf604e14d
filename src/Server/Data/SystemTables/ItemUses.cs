namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>What is done to the rows of a collection as items.</summary>
[Flags]
internal enum ItemUses
{
    None = 0,

    /// <summary>Many of them are read, counted, grouped, streamed or exported.</summary>
    List = 1,

    /// <summary>One is read by its key.</summary>
    Get = 2,

    Create = 4,

    Update = 8,

    Delete = 16,

    /// <summary>They are read, or filtered by, through the relations of other items.</summary>
    Follow = 32,
}
