using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A session: the refresh token of a user or of a share's receiver.</summary>
[Table(SystemCollections.Sessions)]
internal sealed class SessionRow
{
    [PrimaryKey, Column("token"), NotNull]
    public required string Token { get; init; }

    [Column("user")]
    public Guid? User { get; init; }

    [Column("expires")]
    public DateTimeOffset Expires { get; init; }

    [Column("ip")]
    public string? Ip { get; init; }

    [Column("user_agent")]
    public string? UserAgent { get; init; }

    [Column("share")]
    public Guid? Share { get; init; }

    /// <summary>The token that took this one's place, while both are good.</summary>
    [Column("next_token")]
    public string? NextToken { get; init; }

    [Column("origin")]
    public string? Origin { get; init; }
}
