namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>What the indexes say about a column.</summary>
[Flags]
internal enum ColumnMarks
{
    None = 0,
    PrimaryKey = 1,
    Unique = 2,
    Indexed = 4,
}
