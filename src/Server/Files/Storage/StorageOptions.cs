namespace Directus.Grpc.Server.Files.Storage;

/// <summary>Where contents are kept.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>STORAGE_LOCATIONS: names, by commas. New contents go to the first.</summary>
    public string Names { get; set; } = "local";

    public Dictionary<string, StorageLocation> Locations { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> List => NamesIn(Names);

    public static IReadOnlyList<string> NamesIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
