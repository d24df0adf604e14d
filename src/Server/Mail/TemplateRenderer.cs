using System.Globalization;
using Fluid;

namespace Directus.Grpc.Server.Mail;

/// <summary>Renders Liquid templates. Values are data: what they hold is never read as a template.</summary>
internal sealed class TemplateRenderer(TemplateFiles files)
{
    // A layout of a layout is enough; more is a circle.
    private const int MostLayouts = 10;

    private static readonly TemplateParser Parser = new();

    private readonly TemplateOptions _options = new()
    {
        FileProvider = files,
        CultureInfo = CultureInfo.InvariantCulture,
        MaxSteps = 100_000,
        MaxRecursion = 20,
    };

    /// <summary>The text; null when there is no such template.</summary>
    public async Task<string?> RenderAsync(string name, IReadOnlyDictionary<string, string> values)
    {
        if (files.Find(name) is not { } text) return null;
        var context = new TemplateContext(_options);
        foreach (var (key, value) in values) context.SetValue(key, value);
        var rendered = await RenderAsync(text, context);
        for (var i = 0; TemplateParser.TakeLayout(context) is { } layout; i++)
        {
            if (i == MostLayouts) throw new InvalidOperationException($"The layouts of mail template \"{name}\" have no end.");
            rendered = await RenderAsync(files.Find(layout) ?? throw new FileNotFoundException($"There is no mail template \"{layout}\"."), context);
        }

        return rendered;
    }

    private static ValueTask<string> RenderAsync(string text, TemplateContext context) =>
        Parser.Parse(text).RenderAsync(context, NullEncoder.Default);
}
