using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A role: what users have in common, and under which other role it stands.</summary>
[Table(SystemCollections.Roles)]
internal sealed class RoleRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("name"), NotNull]
    public required string Name { get; init; }

    [Column("icon"), NotNull]
    public string Icon { get; init; } = "supervised_user_circle";

    [Column("description")]
    public string? Description { get; init; }

    [Column("parent")]
    public Guid? Parent { get; init; }
}
