using LinqToDB;
using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>One right of a policy: an action on some items and fields of a collection.</summary>
[Table(SystemCollections.Permissions)]
internal sealed class PermissionRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; init; }

    [Column("collection"), NotNull]
    public required string Collection { get; init; }

    [Column("action"), NotNull]
    public required string Action { get; init; }

    [Column("permissions", DataType = DataType.Json)]
    public string? Permissions { get; init; }

    [Column("validation", DataType = DataType.Json)]
    public string? Validation { get; init; }

    [Column("presets", DataType = DataType.Json)]
    public string? Presets { get; init; }

    [Column("fields")]
    public string? Fields { get; init; }

    [Column("policy")]
    public Guid Policy { get; init; }
}
