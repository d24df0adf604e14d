namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>What becomes of each variable that Directus documents: those of <see cref="KnownSettings"/> are honoured, the others stand here with
/// the reason. Of several that cover a name the longest counts.</summary>
internal static class Variables
{
    private const VariableUse Needless = VariableUse.WithoutEffect;
    private const VariableUse Missed = VariableUse.NotSupported;

    public static IReadOnlyList<UnusedVariable> Unused { get; } =
    [
        new("UNIX_SOCKET_PATH", Missed, "The server listens on ports; a proxy may stand before them."),
        new("SERVE_APP", Needless, "The app is not part of this server; `STUDIO_ROOT` names one."),
        new("GRAPHQL_SCHEMA_GENERATION_MAX_CONCURRENT", Needless, "A schema is made once for all who wait for it."),
        new("TEMP_PATH", Needless, "Temporary files are where `TMPDIR` says."),
        new("PROJECT_OWNER", Needless, "It is told to the makers of Directus only."),
        new("LICENSE_KEY", Needless, "This server needs no licence."),
        new("LICENSE_TOKEN", Needless, "This server needs no licence."),
        new("TELEMETRY", Needless, "Nothing is told to anybody."),
        new("TELEMETRY_URL", Needless, "Nothing is told to anybody."),
        new("TELEMETRY_AUTHORIZATION", Needless, "Nothing is told to anybody."),
        new("SERVER_*", Needless, "It sets a property of the HTTP server of Node.js."),
        new("LOGGER_*", Needless, "It sets an option of pino; `LOG_STYLE` raw writes its lines."),

        new("DB_CHARSET", Needless, "It is of MySQL; both databases keep Unicode."),
        new("DB_CHARSET_NUMBER", Needless, "It is of MySQL; both databases keep Unicode."),
        new("DB_VERSION", Needless, "The database is asked for its version."),
        new("DB_POOL__*", Needless, "Of the pool only the smallest and largest size can be set."),
        new("DB_*", Needless, "It sets an option of another database driver; `DB_CONNECTION_STRING` takes those of Npgsql."),

        new("RATE_LIMITER_GLOBAL_HEALTHCHECK_THRESHOLD", Needless, "All calls are counted in one Redis, which has one threshold."),
        new("RATE_LIMITER_*", Needless, "Only calls and registrations are limited."),
        new("PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION", Needless, "There is no loop, and cores that are busy are no trouble."),
        new("RELATIONAL_BATCH_SIZE", Needless, "Relations are read by one statement for each level."),
        new("EXPORT_BATCH_SIZE", Needless, "Exports are written row by row."),
        new("QUERYSTRING_MAX_PARSE_DEPTH", Needless, "Keys of a query string are nested up to 32 deep."),
        new("USERS_ADMIN_ACCESS_LIMIT", Missed, "Users are not counted."),
        new("USERS_APP_ACCESS_LIMIT", Missed, "Users are not counted."),
        new("USERS_API_ACCESS_LIMIT", Missed, "Users are not counted."),

        new("HASH_LENGTH", Needless, "Hashes that are made here have 32 bytes; those of any length are understood."),
        new("HASH_PARALLELISM", Needless, "Hashes are made by one thread each; those of several are understood."),
        new("HASH_TYPE", Needless, "Hashes that are made here are argon2id; the other kinds are understood."),
        new("HASH_ASSOCIATED_DATA", Missed, "Hashes with associated data match nothing here."),
        new("HASH_*", Needless, "It sets an option of another library."),
        new("HSTS_*", Needless, "The header has no other parts."),
        new("AUTH_<NAME>_CLIENT_*", Needless, "It sets an option of another library."),
        new("AUTH_<NAME>_PRIVATE_KEYS", Missed, "Clients show a secret; `private_key_jwt` is not there."),
        new("AUTH_<NAME>_BIND_*", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_USER_*", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_GROUP_*", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_MAIL_ATTRIBUTE", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_FIRST_NAME_ATTRIBUTE", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_LAST_NAME_ATTRIBUTE", Missed, "LDAP is not there yet."),
        new("AUTH_<NAME>_GIVEN_NAME_KEY", Missed, "SAML is not there yet."),
        new("AUTH_<NAME>_FAMILY_NAME_KEY", Missed, "SAML is not there yet."),
        new("AUTH_<NAME>_PARAMS__*", Missed, "More parameters are one JSON object, the variable without an ending."),
        new("AUTH_<NAME>_IDP*", Missed, "SAML is not there yet."),
        new("AUTH_<NAME>_SP*", Missed, "SAML is not there yet."),

        new("EMAIL_SENDMAIL_*", Missed, "Mail is sent by SMTP."),
        new("EMAIL_MAILGUN_*", Missed, "Mail is sent by SMTP, which Mailgun takes too."),
        new("EMAIL_SES_*", Missed, "Mail is sent by SMTP, which SES takes too."),
        new("EMAIL_MAILTRAP_*", Missed, "Mail is sent by SMTP, which Mailtrap takes too."),
        new("EMAIL_SMTP_POOL", Needless, "A connection is kept for as long as there is mail."),
        new("RATE_LIMITER_EMAIL_*", Missed, "Mail is not limited; calls and registrations are."),

        new("STORAGE_<NAME>_*", Missed, "Contents are kept in folders; other storages are not there yet."),
        new("FILES_MAX_UPLOAD_CONCURRENCY", Needless, "It is meant for the app."),
        new("ASSETS_INVALID_IMAGE_SENSITIVITY_LEVEL", Needless, "A picture that cannot be read whole is refused."),
        new("IMPORT_CONCURRENT_MAX", Needless, "Imports take little memory, however long they are."),
        new("IMPORT_EXPORT_NAMESPACE", Needless, "Nothing of them is kept in Redis."),
        new("TUS_*", Missed, "Uploads in parts are not there yet."),

        new("CACHE_STATUS_HEADER", Needless, "Answers are not cached, so nothing is hit or missed."),
        new("CACHE_*", Needless, "Answers are made anew for each call, and the schema is kept in any case."),
        new("REDIS_ENABLED", Needless, "Redis is used where a store names it."),
        new("REDIS_*", Needless, "Redis counts calls and nothing else."),
        new("SYNCHRONIZATION_*", Needless, "Servers hear of each other by the database."),
        new("HEALTHCHECK_NAMESPACE", Needless, "Nothing of it is kept in Redis."),
        new("METRICS_HEALTH_CHECK_PREFIX", Needless, "Checks name what they write themselves."),

        new("EXTENSIONS_*", Missed, "Extensions are JavaScript, which is not run."),
        new("MARKETPLACE_*", Missed, "Extensions are JavaScript, which is not run."),
        new("MIGRATIONS_PATH", Missed, "Migrations of a project are JavaScript, which is not run; `schema apply` brings models."),
        new("FLOWS_*", Missed, "Flows are not run yet."),
        new("WEBSOCKETS_*", Missed, "There are no WebSockets yet."),
        new("AI_*", Missed, "There is no assistant."),
        new("MCP_*", Missed, "There is no server for models of language."),
        new("LANGFUSE_*", Missed, "There is no assistant."),
        new("BRAINTRUST_*", Missed, "There is no assistant."),
    ];

    /// <summary>What becomes of it, and why where it does nothing; null for a name that Directus does not have.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="settings">What is read.</param>
    public static (VariableUse Use, string? Why)? Find(string name, IEnumerable<Setting> settings)
    {
        if (IsHonoured(name, settings)) return (VariableUse.Honoured, null);
        // Most to the point is who says most of the name.
        var entry = Unused.Where(entry => entry.Covers(name)).MaxBy(entry => entry.Name.Length);
        return entry is null ? null : (entry.Use, entry.Why);
    }

    // OpenTelemetry's packages read more of theirs.
    private static bool IsHonoured(string name, IEnumerable<Setting> settings) => name is DirectusConfiguration.ConfigPath
        || settings.Any(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) || ContentPolicies.Has(name)
        || name.StartsWith(TelemetrySettings.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name begins as variables of Directus do, so that it is likely meant to be one.</summary>
    public static bool LooksKnown(string name) => Families.Contains(Family(name));

    private static readonly HashSet<string> Families = [.. KnownSettings.All.Select(setting => setting.Name)
        .Concat(Unused.Where(entry => !entry.Name.Contains('*', StringComparison.Ordinal)).Select(entry => entry.Name))
        .GroupBy(Family).Where(family => family.Key.Length > 0 && (family.Count() > 1)).Select(family => family.Key)];

    private static string Family(string name) => name.IndexOf('_', StringComparison.Ordinal) is > 0 and var end ? name[..end].ToUpperInvariant() : "";
}
