using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A content version: changes of an item that are not yet in the item.</summary>
[Table(SystemCollections.Versions)]
internal sealed class VersionRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("key"), NotNull]
    public required string Key { get; init; }

    [Column("collection"), NotNull]
    public required string Collection { get; init; }

    [Column("item"), NotNull]
    public required string Item { get; init; }

    [Column("hash")]
    public string? Hash { get; init; }

    [Column("delta", DataType = LinqToDB.DataType.Json)]
    public string? Delta { get; init; }
}
