using LinqToDB;
using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>The settings of the project, as far as the server itself goes by them.</summary>
[Table(SystemCollections.Settings)]
internal sealed class SettingsRow
{
    [PrimaryKey, Column("id")]
    public int Id { get; init; }

    [Column("project_name"), NotNull]
    public string ProjectName { get; init; } = "Directus";

    [Column("project_color"), NotNull]
    public string ProjectColor { get; init; } = "#6644FF";

    [Column("project_url")]
    public string? ProjectUrl { get; init; }

    [Column("auth_login_attempts")]
    public int? LoginAttempts { get; init; } = 25;

    [Column("auth_password_policy")]
    public string? PasswordPolicy { get; init; }

    [Column("public_registration")]
    public bool PublicRegistration { get; init; }

    [Column("public_registration_verify_email")]
    public bool VerifiesEmail { get; init; } = true;

    [Column("public_registration_role")]
    public Guid? RegistrationRole { get; init; }

    [Column("public_registration_email_filter", DataType = DataType.Json)]
    public string? RegistrationFilter { get; init; }
}
