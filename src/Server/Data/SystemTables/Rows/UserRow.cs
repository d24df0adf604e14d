using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A user: a person, or a program with a static token. Only what identity needs: a database of another version of
/// Directus may lack the rest.</summary>
[Table(SystemCollections.Users)]
internal sealed class UserRow
{
    /// <summary>Status of users who may log in.</summary>
    public const string Active = "active";

    /// <summary>Status of users who may not, until an administrator lets them.</summary>
    public const string Suspended = "suspended";

    /// <summary>Provider of users who log in by a password of their own.</summary>
    public const string DefaultProvider = "default";

    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("first_name")]
    public string? FirstName { get; init; }

    [Column("last_name")]
    public string? LastName { get; init; }

    [Column("email")]
    public string? Email { get; init; }

    [Column("password")]
    public string? Password { get; init; }

    [Column("tfa_secret")]
    public string? TfaSecret { get; init; }

    [Column("status"), NotNull]
    public string Status { get; init; } = Active;

    [Column("role")]
    public Guid? Role { get; init; }

    [Column("token")]
    public string? Token { get; init; }

    [Column("last_access")]
    public DateTimeOffset? LastAccess { get; init; }

    [Column("last_page")]
    public string? LastPage { get; init; }

    [Column("provider"), NotNull]
    public string Provider { get; init; } = DefaultProvider;

    /// <summary>How the provider knows the user.</summary>
    [Column("external_identifier")]
    public string? ExternalIdentifier { get; init; }
}
