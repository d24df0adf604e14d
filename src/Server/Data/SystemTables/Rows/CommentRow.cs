using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>What somebody has said about an item.</summary>
[Table(SystemCollections.Comments)]
internal sealed class CommentRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("collection"), NotNull]
    public required string Collection { get; init; }

    [Column("item"), NotNull]
    public required string Item { get; init; }
}
