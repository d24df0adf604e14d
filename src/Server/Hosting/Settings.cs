using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Edges.GraphQL;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Edges.LegacyV11;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Hosting.Cors;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Pressure;
using Directus.Grpc.Server.Hosting.Proxies;
using Directus.Grpc.Server.Hosting.Telemetry;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Mail;
using Directus.Grpc.Server.Outbound;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Retention;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Every environment variable that the server reads. docs/configuration.md tells about each, and a test compares.</summary>
internal static class Settings
{
    private const string Tokens = "Tokens";
    private const string Accounts = AccountOptions.Section;

    private static readonly string[] Stores = [RateLimiterOptions.Memory, RateLimiterOptions.Redis];
    private static readonly string[] Levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("HOST", $"{ListenOptions.Section}:Host", SettingKind.Address),
        new("PORT", $"{ListenOptions.Section}:Port", SettingKind.Port),
        new("GRPC_PORT", $"{ListenOptions.Section}:GrpcPort", SettingKind.Port),
        new("PUBLIC_URL", $"{ListenOptions.Section}:PublicUrl", SettingKind.Url),
        new("TLS_CERT_FILE", $"{ListenOptions.Section}:TlsCertFile", SettingKind.File),
        new("TLS_KEY_FILE", $"{ListenOptions.Section}:TlsKeyFile", SettingKind.File),
        new("GRPC_REFLECTION", $"{ListenOptions.Section}:Reflection", SettingKind.Flag),
        new("IP_TRUST_PROXY", $"{ProxyOptions.Section}:{nameof(ProxyOptions.Trust)}", SettingKind.Proxies),
        new("IP_CUSTOM_HEADER", $"{ProxyOptions.Section}:{nameof(ProxyOptions.Header)}", SettingKind.HeaderName),
        new("CORS_ENABLED", $"{CorsSettings.Section}:{nameof(CorsSettings.Enabled)}", SettingKind.Flag),
        new("CORS_ORIGIN", $"{CorsSettings.Section}:{nameof(CorsSettings.Origin)}", SettingKind.Origins),
        new("CORS_METHODS", $"{CorsSettings.Section}:{nameof(CorsSettings.Methods)}"),
        new("CORS_ALLOWED_HEADERS", $"{CorsSettings.Section}:{nameof(CorsSettings.AllowedHeaders)}"),
        new("CORS_EXPOSED_HEADERS", $"{CorsSettings.Section}:{nameof(CorsSettings.ExposedHeaders)}"),
        new("CORS_CREDENTIALS", $"{CorsSettings.Section}:{nameof(CorsSettings.Credentials)}", SettingKind.Flag),
        new("CORS_MAX_AGE", $"{CorsSettings.Section}:{nameof(CorsSettings.MaxAge)}", SettingKind.Integer) { Min = 0 },
        .. Rate("RATE_LIMITER", nameof(RateLimiterOptions.Caller)),
        .. Rate("RATE_LIMITER_GLOBAL", nameof(RateLimiterOptions.Global)),
        .. Rate("RATE_LIMITER_REGISTRATION", nameof(RateLimiterOptions.Registration)),
        new("RATE_LIMITER_STORE", $"{RateLimiterOptions.Section}:{nameof(RateLimiterOptions.Caller)}:{nameof(CallerRate.Store)}", SettingKind.Choice,
            Stores),
        new("RATE_LIMITER_GLOBAL_STORE", $"{RateLimiterOptions.Section}:{nameof(RateLimiterOptions.Global)}:{nameof(CallerRate.Store)}",
            SettingKind.Choice, Stores),
        new("PRESSURE_LIMITER_ENABLED", $"{PressureOptions.Section}:{nameof(PressureOptions.Enabled)}", SettingKind.Flag),
        new("PRESSURE_LIMITER_SAMPLE_INTERVAL", $"{PressureOptions.Section}:{nameof(PressureOptions.SampleInterval)}",
            SettingKind.Integer) { Min = 10, Max = 60_000 },
        new("PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxDelay)}",
            SettingKind.Integer) { Min = 1, Max = 60_000, OrFalse = true },
        new("PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION", $"{PressureOptions.Section}:Utilization", SettingKind.Share) { OrFalse = true },
        new("PRESSURE_LIMITER_MAX_MEMORY_RSS", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxMemory)}",
            SettingKind.Bytes) { OrFalse = true },
        new("PRESSURE_LIMITER_MAX_MEMORY_HEAP_USED", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxHeap)}",
            SettingKind.Bytes) { OrFalse = true },
        new("PRESSURE_LIMITER_RETRY_AFTER", $"{PressureOptions.Section}:{nameof(PressureOptions.RetryAfter)}",
            SettingKind.Integer) { Min = 1, OrFalse = true },
        new("REDIS", $"{RedisOptions.Section}:{nameof(RedisOptions.Url)}", SettingKind.RedisUrl),
        new("REDIS_HOST", $"{RedisOptions.Section}:{nameof(RedisOptions.Host)}"),
        new("REDIS_PORT", $"{RedisOptions.Section}:{nameof(RedisOptions.Port)}", SettingKind.Port),
        new("REDIS_USERNAME", $"{RedisOptions.Section}:{nameof(RedisOptions.Username)}"),
        new("REDIS_PASSWORD", $"{RedisOptions.Section}:{nameof(RedisOptions.Password)}", SettingKind.Secret),
        new("LOG_LEVEL", $"{LogOptions.Section}:Level", SettingKind.Choice, Levels),
        new("LOG_STYLE", $"{LogOptions.Section}:Style", SettingKind.Choice, "pretty", "raw"),
        new("LOG_HTTP_IGNORE_PATHS", $"{LogOptions.Section}:{nameof(LogOptions.HttpIgnorePaths)}"),

        new("HEALTHCHECK_ENABLED", $"{HealthOptions.Section}:{nameof(HealthOptions.Enabled)}", SettingKind.Flag),
        new("HEALTHCHECK_SERVICES", $"{HealthOptions.Section}:{nameof(HealthOptions.Services)}", SettingKind.Choices, "database", "redis", "storage",
            "email"),
        new("HEALTHCHECK_CACHE_TTL", $"{HealthOptions.Section}:{nameof(HealthOptions.CacheTtl)}", SettingKind.Duration),
        new("DB_HEALTHCHECK_THRESHOLD", $"{HealthOptions.Section}:{nameof(HealthOptions.DatabaseThreshold)}", SettingKind.Integer) { Min = 1 },

        new("DB_CLIENT", "Db:Client", SettingKind.Choice, "sqlite3", "pg"),
        new("DB_FILENAME", "Db:Filename"),
        new("DB_HOST", "Db:Host"),
        new("DB_PORT", "Db:Port", SettingKind.Port),
        new("DB_DATABASE", "Db:Database"),
        new("DB_USER", "Db:User"),
        new("DB_PASSWORD", "Db:Password", SettingKind.Secret),
        new("DB_CONNECTION_STRING", "Db:ConnectionString", SettingKind.Secret),
        new("DB_SSL", "Db:Ssl", SettingKind.Flag),

        new("SECRET", $"{Tokens}:Secret", SettingKind.Secret),
        new("ACCESS_TOKEN_TTL", $"{Tokens}:AccessTokenTtl", SettingKind.Duration),
        new("REFRESH_TOKEN_TTL", $"{Tokens}:RefreshTokenTtl", SettingKind.Duration),
        new("SESSION_COOKIE_TTL", $"{Tokens}:SessionCookieTtl", SettingKind.Duration),
        .. Cookie("REFRESH_TOKEN_COOKIE", "RefreshCookie"),
        .. Cookie("SESSION_COOKIE", "SessionCookie"),
        new("SESSION_REFRESH_GRACE_PERIOD", $"{Tokens}:RefreshGrace", SettingKind.Duration),
        new("LOGIN_STALL_TIME", $"{Accounts}:LoginStall", SettingKind.Duration),
        new("REGISTER_STALL_TIME", $"{Accounts}:RegisterStall", SettingKind.Duration),
        new("USER_INVITE_TOKEN_TTL", $"{Accounts}:InviteTtl", SettingKind.Duration),
        new("EMAIL_VERIFICATION_TOKEN_TTL", $"{Accounts}:VerificationTtl", SettingKind.Duration),
        new("PASSWORD_RESET_URL_ALLOW_LIST", $"{Accounts}:ResetUrls"),
        new("USER_INVITE_URL_ALLOW_LIST", $"{Accounts}:InviteUrls"),
        new("USER_REGISTER_URL_ALLOW_LIST", $"{Accounts}:RegisterUrls"),
        new("HASH_MEMORY_COST", $"{HashOptions.Section}:{nameof(HashOptions.MemoryCost)}",
            SettingKind.Integer) { Min = HashOptions.LeastMemory, Max = HashOptions.MostMemory },
        new("HASH_TIME_COST", $"{HashOptions.Section}:{nameof(HashOptions.TimeCost)}", SettingKind.Integer) { Min = 1, Max = HashOptions.MostPasses },
        new("AUTH_PROVIDERS", $"{SsoOptions.Section}:{nameof(SsoOptions.Names)}"),
        new("AUTH_DISABLE_DEFAULT", $"{SsoOptions.Section}:{nameof(SsoOptions.DisableDefault)}", SettingKind.Flag),
        new("ADMIN_EMAIL", $"{AdminOptions.Section}:Email"),
        new("ADMIN_PASSWORD", $"{AdminOptions.Section}:Password", SettingKind.Secret),
        new("ADMIN_TOKEN", $"{AdminOptions.Section}:Token", SettingKind.Secret),

        new("EMAIL_TRANSPORT", $"{MailOptions.Section}:Transport", SettingKind.Choice, "smtp"),
        new("EMAIL_FROM", $"{MailOptions.Section}:From"),
        new("EMAIL_TEMPLATES_PATH", $"{MailOptions.Section}:TemplatesPath"),
        new("EMAIL_VERIFY_SETUP", $"{MailOptions.Section}:VerifySetup", SettingKind.Flag),
        new("EMAIL_SMTP_HOST", $"{MailOptions.Section}:Smtp:Host"),
        new("EMAIL_SMTP_PORT", $"{MailOptions.Section}:Smtp:Port", SettingKind.Port),
        new("EMAIL_SMTP_USER", $"{MailOptions.Section}:Smtp:User"),
        new("EMAIL_SMTP_PASSWORD", $"{MailOptions.Section}:Smtp:Password", SettingKind.Secret),
        new("EMAIL_SMTP_NAME", $"{MailOptions.Section}:Smtp:Name"),
        new("EMAIL_SMTP_SECURE", $"{MailOptions.Section}:Smtp:Secure", SettingKind.Flag),
        new("EMAIL_SMTP_IGNORE_TLS", $"{MailOptions.Section}:Smtp:IgnoreTls", SettingKind.Flag),

        new("STORAGE_LOCATIONS", $"{StorageOptions.Section}:{nameof(StorageOptions.Names)}"),
        new("FILES_MAX_UPLOAD_SIZE", $"{FilesOptions.Section}:{nameof(FilesOptions.MaxUploadSize)}", SettingKind.Bytes),
        new("FILES_MIME_TYPE_ALLOW_LIST", $"{FilesOptions.Section}:{nameof(FilesOptions.MimeTypes)}"),
        new("FILE_METADATA_ALLOW_LIST", $"{FilesOptions.Section}:{nameof(FilesOptions.Metadata)}"),
        new("ASSETS_CACHE_TTL", $"{AssetOptions.Section}:{nameof(AssetOptions.CacheTtl)}", SettingKind.Duration),
        new("ASSETS_TRANSFORM_MAX_CONCURRENT", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxConcurrent)}", SettingKind.Integer) { Min = 1 },
        new("ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxDimension)}",
            SettingKind.Integer) { Min = 1, Max = 20_000 },
        new("ASSETS_TRANSFORM_MAX_OPERATIONS", $"{AssetOptions.Section}:{nameof(AssetOptions.MaxOperations)}",
            SettingKind.Integer) { Min = 0, Max = 100 },
        new("ASSETS_TRANSFORM_TIMEOUT", $"{AssetOptions.Section}:{nameof(AssetOptions.Timeout)}", SettingKind.Duration),
        new("IMPORT_IP_DENY_LIST", $"{OutboundOptions.Section}:{nameof(OutboundOptions.DenyList)}"),
        new("IMPORT_TIMEOUT", $"{OutboundOptions.Section}:{nameof(OutboundOptions.Timeout)}", SettingKind.Duration),
        new("IMPORT_MAX_REDIRECTS", $"{OutboundOptions.Section}:{nameof(OutboundOptions.MaxRedirects)}", SettingKind.Integer) { Min = 0, Max = 50 },

        .. TelemetrySettings.All,
        .. MetricsSetup.Settings,
        new("RETENTION_ENABLED", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Enabled)}", SettingKind.Flag),
        new("RETENTION_SCHEDULE", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Schedule)}", SettingKind.Cron),
        new("RETENTION_BATCH", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Batch)}", SettingKind.Integer) { Min = 1, Max = 10_000 },
        new("ACTIVITY_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Activity)}", SettingKind.DurationOrNever),
        new("REVISIONS_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Revisions)}", SettingKind.DurationOrNever),
        new("FLOW_LOGS_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.FlowLogs)}", SettingKind.DurationOrNever),

        new("QUERY_LIMIT_DEFAULT", $"{QueryLimits.Section}:Default", SettingKind.Integer) { Min = -1 },
        new("QUERY_LIMIT_MAX", $"{QueryLimits.Section}:Max", SettingKind.Integer) { Min = -1 },
        new("MAX_RELATIONAL_DEPTH", $"{QueryLimits.Section}:MaxRelationalDepth", SettingKind.Integer) { Min = 2, Max = 50 },
        new("QUERY_MAX_FILTER_RULES", $"{QueryLimits.Section}:MaxFilterNodes", SettingKind.Integer) { Min = 10, Max = 10_000 },
        new("QUERY_MAX_VALUES", $"{QueryLimits.Section}:MaxValues", SettingKind.Integer) { Min = 1 },
        new("QUERY_MAX_FIELDS", $"{QueryLimits.Section}:MaxFields", SettingKind.Integer) { Min = 10, Max = 1_000 },
        new("QUERY_MAX_RELATIONS", $"{QueryLimits.Section}:MaxRelations", SettingKind.Integer) { Min = 1 },
        new("MAX_BATCH_MUTATION", $"{WriteLimits.Section}:MaxItems", SettingKind.Integer) { Min = 1 },
        new("LEGACY_API_ENABLED", $"{LegacyOptions.Section}:{nameof(LegacyOptions.Enabled)}", SettingKind.Flag),
        new("GRAPHQL_INTROSPECTION", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.Introspection)}", SettingKind.Flag),
        new("GRAPHQL_QUERY_TOKEN_LIMIT", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.TokenLimit)}",
            SettingKind.Integer) { Min = 100, Max = 100_000 },
        new("GRAPHQL_SCHEMA_CACHE_CAPACITY", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.SchemaCacheCapacity)}",
            SettingKind.Integer) { Min = 1, Max = 10_000 },
        new("ANSWER_SPOOL_MAX_SIZE", $"{SpoolOptions.Section}:{nameof(SpoolOptions.MaxSize)}", SettingKind.Bytes),
        new("ANSWER_MIN_RATE", $"{SpoolOptions.Section}:{nameof(SpoolOptions.MinRate)}", SettingKind.Bytes),
        new("MAX_PAYLOAD_SIZE", $"{HttpOptions.Section}:MaxPayload", SettingKind.Bytes),
    ];

    private static Setting[] Rate(string prefix, string property) =>
    [
        new($"{prefix}_ENABLED", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Enabled)}", SettingKind.Flag),
        new($"{prefix}_POINTS", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Points)}", SettingKind.Integer) { Min = 1 },
        new($"{prefix}_DURATION", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Duration)}",
            SettingKind.Integer) { Min = 1, Max = 1_000_000 },
    ];

    private static Setting[] Cookie(string prefix, string property) =>
    [
        new($"{prefix}_NAME", $"{Tokens}:{property}:Name"),
        new($"{prefix}_DOMAIN", $"{Tokens}:{property}:Domain"),
        new($"{prefix}_SECURE", $"{Tokens}:{property}:Secure", SettingKind.Flag),
        new($"{prefix}_SAME_SITE", $"{Tokens}:{property}:SameSite", SettingKind.Choice, "lax", "strict", "none"),
    ];
}
