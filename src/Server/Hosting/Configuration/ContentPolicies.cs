using System.Text;
using Directus.Grpc.Server.Edges.Pages;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Hosting.Web;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The policies that are given by their directives: CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC is `img-src`. As with Directus
/// what is given adds to the usual directives, unless …_USE_DEFAULTS is false, and a directive that is false goes.</summary>
internal static class ContentPolicies
{
    public const string Answers = "CONTENT_SECURITY_POLICY_";
    public const string Assets = "ASSETS_CONTENT_SECURITY_POLICY_";

    private const string Directives = "DIRECTIVES__";
    private const string UseDefaults = "USE_DEFAULTS";
    private const string ReportOnly = "REPORT_ONLY";

    // An answer is data, an asset is somebody else's content: neither runs anything.
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["default-src"] = "'none'", ["img-src"] = "'self' data:", ["media-src"] = "'self'", ["style-src"] = "'unsafe-inline'",
        ["frame-ancestors"] = "'self'",
    };

    /// <summary>Whether it is one of their variables.</summary>
    public static bool Has(string name) => new[] { Answers, Assets }.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && name[prefix.Length..].ToUpperInvariant() is var rest
        && (rest.StartsWith(Directives, StringComparison.Ordinal) || rest is UseDefaults || (rest is ReportOnly && prefix == Answers)));

    public static IEnumerable<KeyValuePair<string, string?>> Options(GivenVariables given)
    {
        if (Policy(given, Answers, Usual) is { } ofAnswers)
        {
            yield return new($"{WebOptions.Section}:{nameof(WebOptions.ContentSecurityPolicy)}", ofAnswers);
            yield return new($"{WebOptions.Section}:{nameof(WebOptions.ContentSecurityPolicyReportOnly)}",
                Flag(given, Answers + ReportOnly, false) ? "true" : "false");
        }

        if (Policy(given, Answers, StudioOptions.Usual) is { } ofStudio)
            yield return new($"{StudioOptions.Section}:{nameof(StudioOptions.ContentSecurityPolicy)}", ofStudio);
        if (Policy(given, Assets, Usual) is { } ofAssets)
            yield return new($"{AssetOptions.Section}:{nameof(AssetOptions.ContentSecurityPolicy)}", ofAssets);
    }

    private static string? Policy(GivenVariables given, string prefix, IReadOnlyDictionary<string, string> usual)
    {
        var names = given.Names(prefix).ToList();
        if (names.Count == 0) return null;
        var policy = Flag(given, prefix + UseDefaults, true) ? new Dictionary<string, string>(usual) : [];
        foreach (var name in names.Where(name => name.StartsWith(prefix + Directives, StringComparison.Ordinal)))
        {
            var directive = name[(prefix.Length + Directives.Length)..].ToLowerInvariant().Replace('_', '-');
            if (new Setting(name, name).Read(given[name] ?? "").Split(',', StringSplitOptions.TrimEntries) is not ["false"] and var sources)
                policy[directive] = Source(name, string.Join(' ', sources));
            else policy.Remove(directive);
        }

        return string.Join("; ", policy.Select(entry => $"{entry.Key} {entry.Value}".TrimEnd()));
    }

    private static string Source(string name, string sources) => sources.Contains(';') || !Ascii.IsValid(sources)
        ? throw new ConfigurationException($"{name} has to be the sources of one directive.")
        : sources;

    private static bool Flag(GivenVariables given, string name, bool otherwise) =>
        given[name] is { Length: > 0 } text ? new Setting(name, name, SettingKind.Flag).Read(text) == "true" : otherwise;
}
