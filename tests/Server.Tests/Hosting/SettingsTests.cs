using System.Reflection;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Configuration;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class SettingsTests
{
    private const string WithoutEffect = "without effect";
    private const string NotSupported = "not supported";

    private static readonly string[] Policies = [$"{ContentPolicies.Answers}*", $"{ContentPolicies.Assets}*"];

    [Fact]
    public void The_document_tells_every_variable_that_is_honoured()
    {
        var told = Documents.Rows("configuration.md").Where(row => row[1] is not (WithoutEffect or NotSupported)).Select(row => row[0].Trim('`'));

        Assert.Equal(KnownSettings.All.Concat(ProviderSettings.Of("<NAME>")).Concat(StorageSettings.Of("<NAME>")).Select(setting => setting.Name)
            .Concat(Policies).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_tells_every_variable_that_does_nothing_and_why()
    {
        var told = Documents.Rows("configuration.md").Where(row => row[1] is WithoutEffect or NotSupported)
            .Select(row => $"{row[0].Trim('`')}: {row[1]}. {row[2]}");

        Assert.Equal(Variables.Unused.Select(entry =>
            $"{entry.Name}: {(entry.Use == VariableUse.WithoutEffect ? WithoutEffect : NotSupported)}. {entry.Why}"), told);
    }

    [Fact]
    public void What_is_read_is_in_no_list_of_what_does_nothing() =>
        Assert.DoesNotContain(Variables.Unused, entry => KnownSettings.All.Any(setting => setting.Name == entry.Name));

    // Listed by the documentation of Directus 11; `_NAME_` is any provider or storage.
    [Fact]
    public void Of_every_variable_that_Directus_documents_it_is_known_what_becomes_of_it()
    {
        var settings = KnownSettings.All.Concat(ProviderSettings.Of("NAME")).Concat(StorageSettings.Of("NAME")).ToList();
        var names = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Hosting", "directus-variables.txt"));

        Assert.True(names.Length >= 196);
        Assert.DoesNotContain(names, name => Variables.Find(name, settings) is null);
    }

    [Fact]
    public void Every_setting_fills_an_option()
    {
        var options = typeof(Setting).Assembly.GetTypes()
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null)
            .ToLookup(type => (string)type.GetField("Section")!.GetRawConstantValue()!);
        // Those of the database are read one by one, those of OpenTelemetry by its packages.
        var settings = KnownSettings.All.Concat(ProviderSettings.Of("name")).Concat(StorageSettings.Of("name"))
            .Where(setting => !setting.Key.StartsWith("Db:", StringComparison.Ordinal) && setting.Key.Contains(':', StringComparison.Ordinal));

        Assert.Empty(settings.Where(setting => !options[setting.Key.Split(':')[0]].Any(type => Reaches(type, setting.Key.Split(':')[1..])))
            .Select(setting => $"{setting.Name} -> {setting.Key}"));
    }

    private static bool Reaches(Type type, string[] path)
    {
        if (path.Length == 0) return true;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) return Reaches(type.GenericTypeArguments[1], path[1..]);
        return type.GetProperty(path[0]) is { } property && Reaches(property.PropertyType, path[1..]);
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
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "2", "OTEL_TRACES_SAMPLER_ARG has to be a share between 0 and 1.")]
    [InlineData("DB_SSL__CA", "nothing", "DB_SSL__CA has to be certificates as PEM.")]
    [InlineData("AUTH_ALLOWED_PUBLIC_URLS", "cms.example.com",
        "AUTH_ALLOWED_PUBLIC_URLS has to be addresses that begin with http:// or https://, by commas.")]
    [InlineData("PRESSURE_LIMITER_SAMPLE_INTERVAL", "1", "PRESSURE_LIMITER_SAMPLE_INTERVAL has to be a whole number between 10 and 60000.")]
    [InlineData("RETENTION_SCHEDULE", "daily", "RETENTION_SCHEDULE has to be a cron schedule such as 0 0 * * *.")]
    [InlineData("RETENTION_SCHEDULE", "61 0 * * *", "RETENTION_SCHEDULE has to be a cron schedule such as 0 0 * * *.")]
    [InlineData("RETENTION_BATCH", "0", "RETENTION_BATCH has to be a whole number between 1 and 10000.")]
    [InlineData("ACTIVITY_RETENTION", "never", "ACTIVITY_RETENTION has to be a duration such as 15m, 7d or 1h.")]
    [InlineData("HEALTHCHECK_SERVICES", "database,moon", "HEALTHCHECK_SERVICES has to be of database, redis, storage, email, by commas.")]
    [InlineData("DB_CLIENT", "mysql", "DB_CLIENT has to be one of sqlite3, pg, postgres.")]
    public void Refuses_in_one_line_that_names_the_variable(string name, string text, string line) =>
        Assert.Equal(line, Assert.Throws<ConfigurationException>(() => Of(name).Read(text)).Message);

    // A secret may be anything, and lines are text of any kind.
    [Fact]
    public void Every_setting_has_values_that_it_refuses_by_its_name()
    {
        foreach (var setting in KnownSettings.All.Concat(ProviderSettings.Of("name")).Concat(StorageSettings.Of("name"))
            .Where(setting => setting.Kind is not (SettingKind.Secret or SettingKind.Lines)))
        {
            var refused = Assert.Throws<ConfigurationException>(() => setting.Read("no\u0001sense")).Message;
            Assert.StartsWith($"{setting.Name} has to be ", refused, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused);
        }
    }

    private static Setting Of(string name) => KnownSettings.All.Single(setting => setting.Name == name);
}
