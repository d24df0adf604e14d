using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Directus.Grpc.Server.Mail;

/// <summary>Liquid with the tags that Directus' mail templates are written in: `{% layout "base" %}` and `{% block content %}`.
/// A template with a layout tells blocks and nothing else; its layout shows them in place of its own.</summary>
internal sealed class TemplateParser : FluidParser
{
    private const string Layout = "layout";

    public TemplateParser()
    {
        RegisterExpressionTag(Layout, static async (name, _, _, context) =>
        {
            context.AmbientValues[Layout] = (await name.EvaluateAsync(context)).ToStringValue();
            return Completion.Normal;
        });
        RegisterIdentifierBlock("block", WriteBlockAsync);
    }

    /// <summary>The layout that the rendered template wants around it; null for none, and once it was taken.</summary>
    public static string? TakeLayout(TemplateContext context) =>
        context.AmbientValues.Remove(Layout, out var name) ? (string)name : null;

    private static async ValueTask<Completion> WriteBlockAsync(string name, IReadOnlyList<Statement> statements, TextWriter writer,
        TextEncoder encoder, TemplateContext context)
    {
        var key = $"block {name}";
        if (context.AmbientValues.TryGetValue(key, out var written))
        {
            if (!context.AmbientValues.ContainsKey(Layout)) await writer.WriteAsync((string)written);
            return Completion.Normal;
        }

        if (!context.AmbientValues.ContainsKey(Layout)) return await WriteAsync(statements, writer, encoder, context);
        await using var block = new StringWriter();
        var completion = await WriteAsync(statements, block, encoder, context);
        context.AmbientValues[key] = block.ToString();
        return completion;
    }

    private static async ValueTask<Completion> WriteAsync(IReadOnlyList<Statement> statements, TextWriter writer, TextEncoder encoder,
        TemplateContext context)
    {
        foreach (var statement in statements)
        {
            var completion = await statement.WriteToAsync(writer, encoder, context);
            if (completion != Completion.Normal) return completion;
        }

        return Completion.Normal;
    }
}
