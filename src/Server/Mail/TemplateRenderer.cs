using System.Globalization;
using DotLiquid;
using DotLiquid.Tags;

namespace Directus.Grpc.Server.Mail;

/// <summary>Renders Liquid templates. Values are data: what they hold is never read as a template.</summary>
internal sealed class TemplateRenderer(TemplateFiles files)
{
    // Directus' name for what DotLiquid calls `extends`.
    static TemplateRenderer() => Template.RegisterTag<Extends>("layout");

    /// <summary>The text; null when there is no such template.</summary>
    public string? Render(string name, IReadOnlyDictionary<string, string> values)
    {
        if (files.Find(name) is not { } text) return null;
        var template = Template.Parse(text, SyntaxCompatibility.DotLiquid22);
        return template.Render(new RenderParameters(CultureInfo.InvariantCulture)
        {
            LocalVariables = Hash.FromDictionary(values.ToDictionary(value => value.Key, object (value) => value.Value)),
            Registers = Hash.FromDictionary(new Dictionary<string, object> { ["file_system"] = files }),
            ErrorsOutputMode = ErrorsOutputMode.Rethrow,
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22,
        });
    }
}
