using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>The attachment of a policy to a role or a user; to neither: to the public.</summary>
[Table(SystemCollections.Access)]
internal sealed class AccessRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("role")]
    public Guid? Role { get; init; }

    [Column("user")]
    public Guid? User { get; init; }

    [Column("policy")]
    public Guid Policy { get; init; }

    [Column("sort")]
    public int? Sort { get; init; }
}
