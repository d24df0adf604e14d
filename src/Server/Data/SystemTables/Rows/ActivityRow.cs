using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>Something that somebody did.</summary>
[Table(SystemCollections.Activity)]
internal sealed class ActivityRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; init; }

    [Column("action"), NotNull]
    public required string Action { get; init; }

    [Column("user")]
    public Guid? User { get; init; }

    [Column("timestamp")]
    public DateTimeOffset Timestamp { get; init; }

    [Column("ip")]
    public string? Ip { get; init; }

    [Column("user_agent")]
    public string? UserAgent { get; init; }

    [Column("collection"), NotNull]
    public required string Collection { get; init; }

    [Column("item"), NotNull]
    public required string Item { get; init; }

    [Column("origin")]
    public string? Origin { get; init; }
}
