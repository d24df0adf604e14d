using System.Text.RegularExpressions;
using Google.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>`/{collection=users}` binds the literal `users` to the field. Transcoding takes it for `/{collection}`, which would
/// match anything: here the literal comes back, and the field gets it as a default of the route.</summary>
internal static partial class RouteLiterals
{
    public static RoutePattern Restore(RoutePattern pattern, HttpRule rule)
    {
        var template = TemplateOf(rule);
        var defaults = new RouteValueDictionary();
        var restored = Literal().Replace(template, match =>
        {
            defaults[match.Groups["field"].Value] = match.Groups["literal"].Value;
            return match.Groups["literal"].Value;
        });
        return defaults.Count == 0 ? pattern : RoutePatternFactory.Parse(restored, defaults, parameterPolicies: null);
    }

    private static string TemplateOf(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => rule.Get,
        HttpRule.PatternOneofCase.Put => rule.Put,
        HttpRule.PatternOneofCase.Post => rule.Post,
        HttpRule.PatternOneofCase.Delete => rule.Delete,
        HttpRule.PatternOneofCase.Patch => rule.Patch,
        HttpRule.PatternOneofCase.Custom => rule.Custom.Path,
        _ => "",
    };

    [GeneratedRegex(@"\{(?<field>\w+)=(?<literal>\w+)\}")]
    private static partial Regex Literal();
}
