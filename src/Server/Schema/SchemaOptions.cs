namespace Directus.Grpc.Server.Schema;

/// <summary>What of the database is no part of the project.</summary>
public sealed class SchemaOptions
{
    public const string Section = "Schema";

    /// <summary>DB_EXCLUDE_TABLES: names, by commas, of tables that are not there for anybody.</summary>
    public string ExcludedTables { get; set; } = "spatial_ref_sys,sysdiagrams";

    public IReadOnlySet<string> Excluded =>
        ExcludedTables.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
