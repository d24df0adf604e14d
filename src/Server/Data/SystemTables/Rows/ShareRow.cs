using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A share: one item that anyone with its link may read.</summary>
[Table(SystemCollections.Shares)]
internal sealed class ShareRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("name")]
    public string? Name { get; init; }

    [Column("collection"), NotNull]
    public required string Collection { get; init; }

    [Column("item"), NotNull]
    public required string Item { get; init; }

    [Column("role")]
    public Guid? Role { get; init; }

    [Column("password")]
    public string? Password { get; init; }

    [Column("user_created")]
    public Guid? UserCreated { get; init; }

    [Column("date_created")]
    public DateTimeOffset? DateCreated { get; init; }

    [Column("date_start")]
    public DateTimeOffset? DateStart { get; init; }

    [Column("date_end")]
    public DateTimeOffset? DateEnd { get; init; }

    [Column("times_used")]
    public int? TimesUsed { get; init; } = 0;

    [Column("max_uses")]
    public int? MaxUses { get; init; }
}
