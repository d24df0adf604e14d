namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>What the indexes say about a column.</summary>
[Flags]
internal enum ColumnMarks
{
    None = 0,
    PrimaryKey = 1,
    Unique = 2,
    Indexed = 4,
}
