using Directus.Grpc.Server.Hosting;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void The_document_tells_every_variable()
    {
        var told = Documents.Rows("configuration.md").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal);

        Assert.Equal(Settings.All.Concat(ProviderSettings.Of("<NAME>")).Concat(StorageSettings.Of("<NAME>")).Select(setting => setting.Name)
            .Order(StringComparer.Ordinal), told);
    }

    [Theory]
    [InlineData("PORT", "80", "80")]
    [InlineData("HOST", "::1", "::1")]
    [InlineData("GRPC_REFLECTION", "TRUE", "true")]
    [InlineData("ACCESS_TOKEN_TTL", "15m", "00:15:00")]
    [InlineData("REFRESH_TOKEN_TTL", "7d", "7.00:00:00")]
    [InlineData("MAX_PAYLOAD_SIZE", "1mb", "1048576")]
    [InlineData("MAX_PAYLOAD_SIZE", "1.5 KB", "1536")]
    [InlineData("QUERY_LIMIT_MAX", "-1", "-1")]
    [InlineData("PRESSURE_LIMITER_MAX_MEMORY_RSS", "false", "0")]
    [InlineData("PRESSURE_LIMITER_MAX_MEMORY_RSS", "4gb", "4294967296")]
    [InlineData("RETENTION_SCHEDULE", "*/5 * * * * *", "*/5 * * * * *")]
    [InlineData("REVISIONS_RETENTION", "false", "")]
    [InlineData("REVISIONS_RETENTION", "30d", "30.00:00:00")]
    public void Reads(string name, string text, string expected) => Assert.Equal(expected, Of(name).Read(text));

    [Theory]
    [InlineData("PORT", "0", "PORT has to be a port between 1 and 65535.")]
    [InlineData("PORT", "abc", "PORT has to be a port between 1 and 65535.")]
    [InlineData("HOST", "example.com", "HOST has to be an IP address or localhost.")]
    [InlineData("PUBLIC_URL", "javascript:x", "PUBLIC_URL has to be an address that begins with http:// or https://.")]
    [InlineData("ACCESS_TOKEN_TTL", "soon", "ACCESS_TOKEN_TTL has to be a duration such as 15m, 7d or 1h.")]
    [InlineData("ACCESS_TOKEN_TTL", "-1m", "ACCESS_TOKEN_TTL has to be a duration such as 15m, 7d or 1h.")]
    [InlineData("MAX_PAYLOAD_SIZE", "big", "MAX_PAYLOAD_SIZE has to be a size such as 500kb, 1mb or a number of bytes.")]
    [InlineData("QUERY_LIMIT_MAX", "-2", "QUERY_LIMIT_MAX has to be a whole number of -1 or more.")]
    [InlineData("MAX_RELATIONAL_DEPTH", "1", "MAX_RELATIONAL_DEPTH has to be a whole number between 2 and 50.")]
    [InlineData("EMAIL_TRANSPORT", "sendmail", "EMAIL_TRANSPORT has to be one of smtp.")]
    [InlineData("CORS_ORIGIN", "app.example.com", "CORS_ORIGIN has to be true, false, * or origins such as https://app.example.com, by commas.")]
    [InlineData("CORS_MAX_AGE", "-1", "CORS_MAX_AGE has to be a whole number of 0 or more.")]
    [InlineData("IP_TRUST_PROXY", "maybe",
        "IP_TRUST_PROXY has to be true, false, a number of proxies or addresses, networks, loopback, linklocal and uniquelocal, by commas.")]
    [InlineData("IP_CUSTOM_HEADER", "a b", "IP_CUSTOM_HEADER has to be the name of a header.")]
    [InlineData("RATE_LIMITER_POINTS", "0", "RATE_LIMITER_POINTS has to be a whole number of 1 or more.")]
    [InlineData("RATE_LIMITER_STORE", "memcache", "RATE_LIMITER_STORE has to be one of memory, redis.")]
    [InlineData("REDIS", "localhost:6379", "REDIS has to be an address such as redis://user:password@host:6379/0.")]
    [InlineData("PRESSURE_LIMITER_MAX_MEMORY_RSS", "much",
        "PRESSURE_LIMITER_MAX_MEMORY_RSS has to be a size such as 500kb, 1mb or a number of bytes.")]
    [InlineData("PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION", "2", "PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION has to be a share between 0 and 1.")]
    [InlineData("PRESSURE_LIMITER_SAMPLE_INTERVAL", "1", "PRESSURE_LIMITER_SAMPLE_INTERVAL has to be a whole number between 10 and 60000.")]
    [InlineData("RETENTION_SCHEDULE", "daily", "RETENTION_SCHEDULE has to be a cron schedule such as 0 0 * * *.")]
    [InlineData("RETENTION_SCHEDULE", "61 0 * * *", "RETENTION_SCHEDULE has to be a cron schedule such as 0 0 * * *.")]
    [InlineData("RETENTION_BATCH", "0", "RETENTION_BATCH has to be a whole number between 1 and 10000.")]
    [InlineData("ACTIVITY_RETENTION", "never", "ACTIVITY_RETENTION has to be a duration such as 15m, 7d or 1h.")]
    [InlineData("HEALTHCHECK_SERVICES", "database,moon", "HEALTHCHECK_SERVICES has to be of database, redis, storage, email, by commas.")]
    [InlineData("DB_CLIENT", "mysql", "DB_CLIENT has to be one of sqlite3, pg.")]
    public void Refuses_in_one_line_that_names_the_variable(string name, string text, string line) =>
        Assert.Equal(line, Assert.Throws<ConfigurationException>(() => Of(name).Read(text)).Message);

    private static Setting Of(string name) => Settings.All.Single(setting => setting.Name == name);
}
