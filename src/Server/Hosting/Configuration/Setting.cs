using System.Globalization;
using System.Net;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Hosting.Proxies;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Retention;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>One environment variable: which option it fills and what it may say.</summary>
/// <param name="Name">The variable, by Directus' name where Directus has it.</param>
/// <param name="Key">Place of the option, as `Section:Property`.</param>
/// <param name="Kind">What its text means.</param>
/// <param name="Choices">The texts of a choice.</param>
internal sealed record Setting(string Name, string Key, SettingKind Kind = SettingKind.Text, params string[] Choices)
{
    public int Min { get; init; } = int.MinValue;

    public int Max { get; init; } = int.MaxValue;

    /// <summary>Whether `false` switches it off, which is 0 then.</summary>
    public bool OrFalse { get; init; }

    /// <summary>The text as the option's type reads it; refuses a text that makes no sense, without repeating secrets.</summary>
    public string Read(string text)
    {
        text = text.Trim();
        if (OrFalse && string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)) return "0";
        return Kind switch
        {
            SettingKind.Port => Check(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 0 and < 65_536, text, "a port between 1 and 65535"),
            SettingKind.Address => Check(IPAddress.TryParse(text, out _) || text == "localhost", text, "an IP address or localhost"),
            SettingKind.Url => Check(text == "/" || IsUrl(text), text,
                "an address that begins with http:// or https://"),
            SettingKind.File => Check(File.Exists(text), text, "a file that exists"),
            SettingKind.Site => Check(File.Exists(Path.Combine(text, "index.html")), text, "a folder with an index.html"),
            SettingKind.Integer => Check(int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= Min && number <= Max, text, Range),
            SettingKind.Flag => Flag(text),
            SettingKind.Duration => Time(text),
            SettingKind.Bytes => Bytes(text),
            SettingKind.Share => Check(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
                && share is >= 0 and <= 1, text, "a share between 0 and 1"),
            SettingKind.Choice => Check(Choices.Contains(text, StringComparer.Ordinal), text, $"one of {string.Join(", ", Choices)}"),
            SettingKind.Origins =>
                Check(AllowedOrigins.TryParse(text, out _), text, "true, false, * or origins such as https://app.example.com, by commas"),
            SettingKind.Proxies => Check(ProxyTrust.TryParse(text, out _), text,
                "true, false, a number of proxies or addresses, networks, loopback, linklocal and uniquelocal, by commas"),
            SettingKind.RedisUrl => Check(RedisOptions.IsUrl(text), text, "an address such as redis://user:password@host:6379/0"),
            SettingKind.HeaderName =>
                Check(text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'), text, "the name of a header"),
            SettingKind.Choices =>
                Check(text.Split(',', StringSplitOptions.TrimEntries).All(Choices.Contains), text, $"of {string.Join(", ", Choices)}, by commas"),
            SettingKind.Cron => Check(Schedule.TryParse(text, out _), text, "a cron schedule such as 0 0 * * *"),
            SettingKind.MetricName => Check(text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or ':')
                && !char.IsAsciiDigit(text[0]), text, "letters, digits, _ and :, no digit first"),
            SettingKind.Urls => Check(text.Split(',', StringSplitOptions.TrimEntries).All(IsUrl), text,
                "addresses that begin with http:// or https://, by commas"),
            SettingKind.Certificate => Check(Pem.TryRead(text, out _), text, "certificates as PEM"),
            SettingKind.Server => Check(IsServer(text), text,
                "the address of another server, such as http://127.0.0.1:8055, without a user, a query and a fragment"),
            SettingKind.Lines => text.Replace("\\n", "\n", StringComparison.Ordinal),
            SettingKind.Secret => text,
            SettingKind.DurationOrNever => text.ToLowerInvariant() is "false" or "0" ? "" : Time(text),
            _ => Check(!text.Any(char.IsControl), text, "a line of text"),
        };
    }

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    public static bool IsServer(string text) => IsUrl(text)
        && new Uri(text) is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 };

    private string Range => (Min, Max) switch
    {
        (int.MinValue, int.MaxValue) => "a whole number",
        (_, int.MaxValue) => $"a whole number of {Min} or more",
        _ => $"a whole number between {Min} and {Max}",
    };

    private string Check(bool holds, string text, string wanted) => holds ? text : throw Refused(wanted);

    private string Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" => "true",
        "false" or "0" => "false",
        _ => throw Refused("true or false"),
    };

    private string Time(string text) => Duration.TryParse(text, out var time) && time > TimeSpan.Zero
        ? time.ToString("c", CultureInfo.InvariantCulture)
        : throw Refused("a duration such as 15m, 7d or 1h");

    private string Bytes(string text) => ByteSize.TryParse(text, out var bytes)
        ? bytes.ToString(CultureInfo.InvariantCulture)
        : throw Refused("a size such as 500kb, 1mb or a number of bytes");

    private ConfigurationException Refused(string wanted) => new($"{Name} has to be {wanted}.");
}
