using LinqToDB;
using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data.SystemTables.Rows;

/// <summary>What the settings of the project say about files.</summary>
[Table(SystemCollections.Settings)]
internal sealed class AssetSettingsRow
{
    [PrimaryKey, Column("id")]
    public int Id { get; init; }

    [Column("project_logo")]
    public Guid? ProjectLogo { get; init; }

    [Column("public_foreground")]
    public Guid? PublicForeground { get; init; }

    [Column("public_background")]
    public Guid? PublicBackground { get; init; }

    [Column("public_favicon")]
    public Guid? PublicFavicon { get; init; }

    [Column("storage_asset_transform")]
    public string? Transform { get; init; } = "all";

    [Column("storage_asset_presets", DataType = DataType.Json)]
    public string? Presets { get; init; }

    [Column("storage_default_folder")]
    public Guid? DefaultFolder { get; init; }

    /// <summary>Whether everybody may see the file: it is on the project's public pages.</summary>
    public bool IsPublic(Guid file) => file == ProjectLogo || file == PublicForeground || file == PublicBackground || file == PublicFavicon;
}
