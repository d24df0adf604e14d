using StackExchange.Redis;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Where Redis is, by Directus' names.</summary>
internal sealed class RedisOptions
{
    public const string Section = "Redis";

    private const int Patience = 1_000;

    /// <summary>REDIS: the whole as `redis://user:password@host:port/database`, in place of the parts.</summary>
    public string? Url { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 6379;

    public string? Username { get; set; }

    public string? Password { get; set; }

    public bool IsGiven => Url is not null || Host is not null;

    public static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "redis" or "rediss" && url.Host.Length > 0 && (url.AbsolutePath.Length <= 1 || int.TryParse(url.AbsolutePath[1..], out _));

    public ConfigurationOptions Configuration()
    {
        var configuration = new ConfigurationOptions
        {
            // A limit that waits for Redis would stop what it protects.
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ConnectTimeout = Patience,
            AsyncTimeout = Patience,
        };
        if (Url is not null) Read(configuration, new Uri(Url));
        else
        {
            configuration.EndPoints.Add(Host!, Port);
            (configuration.User, configuration.Password) = (Username, Password);
        }

        return configuration;
    }

    private static void Read(ConfigurationOptions configuration, Uri url)
    {
        configuration.EndPoints.Add(url.Host.Trim('[', ']'), url.Port > 0 ? url.Port : 6379);
        configuration.Ssl = url.Scheme == "rediss";
        if (url.AbsolutePath.Length > 1)
            configuration.DefaultDatabase = int.Parse(url.AbsolutePath[1..], System.Globalization.CultureInfo.InvariantCulture);
        var login = url.UserInfo.Split(':', 2);
        if (login[0].Length > 0) configuration.User = Uri.UnescapeDataString(login[0]);
        if (login.Length == 2) configuration.Password = Uri.UnescapeDataString(login[1]);
    }
}
