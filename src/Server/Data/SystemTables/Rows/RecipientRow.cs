using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A user as somebody who is told of things.</summary>
[Table(SystemCollections.Users)]
internal sealed class RecipientRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("first_name")]
    public string? FirstName { get; init; }

    [Column("last_name")]
    public string? LastName { get; init; }

    [Column("email")]
    public string? Email { get; init; }

    [Column("status"), NotNull]
    public string Status { get; init; } = UserRow.Active;

    [Column("role")]
    public Guid? Role { get; init; }

    [Column("email_notifications")]
    public bool? EmailNotifications { get; init; } = true;

    /// <summary>The name to call them by; null for none.</summary>
    public string? Name => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : null;
}
