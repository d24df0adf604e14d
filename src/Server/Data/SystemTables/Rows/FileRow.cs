using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>A file, as far as its content is concerned.</summary>
[Table(SystemCollections.Files)]
internal sealed class FileRow
{
    [PrimaryKey, Column("id")]
    public Guid Id { get; init; }

    [Column("storage"), NotNull]
    public required string Storage { get; init; }

    [Column("filename_disk")]
    public string? FilenameDisk { get; init; }

    [Column("filename_download"), NotNull]
    public required string FilenameDownload { get; init; }

    [Column("type")]
    public string? Type { get; init; }

    [Column("modified_on"), NotNull]
    public DateTimeOffset ModifiedOn { get; init; }

    [Column("focal_point_x")]
    public int? FocalPointX { get; init; }

    [Column("focal_point_y")]
    public int? FocalPointY { get; init; }
}
