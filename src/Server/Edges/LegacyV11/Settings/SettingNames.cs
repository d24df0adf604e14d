namespace Directus.Grpc.Server.Edges.LegacyV11.Settings;

/// <summary>The settings of API v1.1: the field of Directus 11 that has the value, or what stands for it until it is set.</summary>
internal static class SettingNames
{
    public const string Global = "global";
    public const string Files = "files";
    public const string RowsPerPage = "rows_per_page";
    public const string Thumbnail = "cms_thumbnail_url";

    /// <summary>The field of directus_settings that keeps what Directus 11 has no place for.</summary>
    public const string Kept = "legacy_settings";

    /// <summary>The collections of settings, each with its names in their order and what they are until they are set.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(string Name, string Usual)>> Collections { get; } =
        new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            [Global] =
            [
                ("cms_user_auto_sign_out", "60"), ("project_name", ""), ("project_url", ""), ("cms_color", ""), (RowsPerPage, "200"), (Thumbnail, ""),
            ],
            [Files] =
            [
                ("allowed_thumbnails", ""), ("thumbnail_quality", "100"), ("thumbnail_size", "200"), ("file_naming", "file_id"),
                ("thumbnail_crop_enabled", "1"), ("youtube_api_key", ""),
            ],
        };

    /// <summary>The field of Directus 11 that a setting is; null for those that it has no place for.</summary>
    public static string? Field(string collection, string name) => (collection, name) switch
    {
        (Global, "project_name") => "project_name",
        (Global, "project_url") => "project_url",
        (Global, "cms_color") => "project_color",
        (Global, Thumbnail) => "project_logo",
        _ => null,
    };
}
