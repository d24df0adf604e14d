using System.Text.RegularExpressions;
using DotLiquid;
using DotLiquid.FileSystems;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Mail;

/// <summary>Finds templates by name: first in the project's folder, then among those of the server. A name is a plain word,
/// so that none, whoever gives it, leads out of the folder.</summary>
internal sealed partial class TemplateFiles(IOptions<MailOptions> options) : IFileSystem
{
    private readonly string _folder = Path.GetFullPath(options.Value.TemplatesPath);

    /// <summary>The template's text; null when there is none of that name.</summary>
    public string? Find(string name)
    {
        if (!PlainName().IsMatch(name)) return null;
        var file = Path.Combine(_folder, $"{name}.liquid");
        return File.Exists(file) ? File.ReadAllText(file) : Embedded(name);
    }

    /// <summary>For `{% layout "base" %}` and `{% include "footer" %}` within templates.</summary>
    public string ReadTemplateFile(Context context, string templateName)
    {
        var name = context[templateName] as string ?? templateName.Trim('\'', '"');
        return Find(name) ?? throw new InvalidOperationException($"There is no mail template \"{name}\".");
    }

    private static string? Embedded(string name)
    {
        using var stream = typeof(TemplateFiles).Assembly.GetManifestResourceStream($"mail/{name}.liquid");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}(?:\.text)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
