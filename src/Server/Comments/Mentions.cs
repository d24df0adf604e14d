using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Comments;

/// <summary>Users that a text names: `@` and their key.</summary>
internal static partial class Mentions
{
    // A comment is said to some people, it is no campaign.
    private const int Most = 50;

    public static IReadOnlyList<Guid> Of(string text) =>
        [.. Mention().Matches(text).Select(match => Guid.Parse(match.ValueSpan[1..])).Distinct().Take(Most)];

    /// <summary>The text with names in place of the keys.</summary>
    public static string Named(string text, Func<Guid, string> name) => Mention().Replace(text, match => name(Guid.Parse(match.ValueSpan[1..])));

    [GeneratedRegex("@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
