namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>What the text of a variable means.</summary>
internal enum SettingKind
{
    Text,
    Secret,
    Address,
    Port,
    Url,
    File,
    Site,
    Integer,
    Flag,
    Duration,
    Bytes,
    Share,
    Choice,
    Origins,
    RedisUrl,
    Proxies,
    HeaderName,
    Choices,
    Cron,
    DurationOrNever,
    MetricName,
    Urls,
    Certificate,
    Lines,
    Server,
}
