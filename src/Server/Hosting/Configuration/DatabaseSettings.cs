using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Where the database is.</summary>
internal static class DatabaseSettings
{
    public static Setting[] All { get; } =
    [
        new("DB_CLIENT", "Db:Client", SettingKind.Choice, "sqlite3", "pg", "postgres"),
        new("DB_FILENAME", "Db:Filename"),
        new("DB_HOST", "Db:Host"),
        new("DB_PORT", "Db:Port", SettingKind.Port),
        new("DB_DATABASE", "Db:Database"),
        new("DB_USER", "Db:User"),
        new("DB_PASSWORD", "Db:Password", SettingKind.Secret),
        new("DB_CONNECTION_STRING", "Db:ConnectionString", SettingKind.Secret),
        new("DB_SSL", "Db:Encrypted", SettingKind.Flag),
        new("DB_SSL__CA", "Db:Ssl:Ca", SettingKind.Certificate),
        new("DB_SSL__CERT", "Db:Ssl:Cert", SettingKind.Certificate),
        new("DB_SSL__KEY", "Db:Ssl:Key", SettingKind.Secret),
        new("DB_SSL__REJECT_UNAUTHORIZED", "Db:Ssl:RejectUnauthorized", SettingKind.Flag),
        new("DB_POOL__MIN", "Db:Pool:Min", SettingKind.Integer) { Min = 0, Max = 1_000 },
        new("DB_POOL__MAX", "Db:Pool:Max", SettingKind.Integer) { Min = 4, Max = 1_000 },
        new("DB_EXCLUDE_TABLES", $"{SchemaOptions.Section}:{nameof(SchemaOptions.ExcludedTables)}"),
    ];
}
