using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A policy: rights that are attached to roles, users or the public.</summary>
[Table(SystemCollections.Policies)]
internal sealed class PolicyRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("name"), NotNull]
    public required string Name { get; init; }

    [Column("icon"), NotNull]
    public string Icon { get; init; } = "badge";

    [Column("description")]
    public string? Description { get; init; }

    [Column("ip_access")]
    public string? IpAccess { get; init; }

    [Column("enforce_tfa")]
    public bool EnforceTfa { get; init; }

    [Column("admin_access")]
    public bool AdminAccess { get; init; }

    [Column("app_access")]
    public bool AppAccess { get; init; }
}
