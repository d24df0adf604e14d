using LinqToDB;
using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A user: a person, or a program with a static token.</summary>
[Table("directus_users")]
internal sealed class UserRow
{
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

    [Column("location")]
    public string? Location { get; init; }

    [Column("title")]
    public string? Title { get; init; }

    [Column("description")]
    public string? Description { get; init; }

    [Column("tags", DataType = DataType.Json)]
    public string? Tags { get; init; }

    [Column("avatar")]
    public Guid? Avatar { get; init; }

    [Column("language")]
    public string? Language { get; init; }

    [Column("tfa_secret")]
    public string? TfaSecret { get; init; }

    [Column("status"), NotNull]
    public string Status { get; init; } = "active";

    [Column("role")]
    public Guid? Role { get; init; }

    [Column("token")]
    public string? Token { get; init; }

    [Column("last_access")]
    public DateTimeOffset? LastAccess { get; init; }

    [Column("last_page")]
    public string? LastPage { get; init; }

    [Column("provider"), NotNull]
    public string Provider { get; init; } = "default";

    [Column("external_identifier")]
    public string? ExternalIdentifier { get; init; }

    [Column("auth_data", DataType = DataType.Json)]
    public string? AuthData { get; init; }

    [Column("email_notifications")]
    public bool? EmailNotifications { get; init; } = true;

    [Column("appearance")]
    public string? Appearance { get; init; }

    [Column("theme_dark")]
    public string? ThemeDark { get; init; }

    [Column("theme_light")]
    public string? ThemeLight { get; init; }

    [Column("theme_light_overrides", DataType = DataType.Json)]
    public string? ThemeLightOverrides { get; init; }

    [Column("theme_dark_overrides", DataType = DataType.Json)]
    public string? ThemeDarkOverrides { get; init; }

    [Column("text_direction"), NotNull]
    public string TextDirection { get; init; } = "auto";
}
