using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A text of the project in one language.</summary>
[Table(SystemCollections.Translations)]
internal sealed class TranslationRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("key"), NotNull]
    public required string Key { get; init; }

    [Column("language"), NotNull]
    public required string Language { get; init; }
}
