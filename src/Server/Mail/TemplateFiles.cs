using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Directus.Grpc.Server.Mail;

/// <summary>Finds templates by name: first in the project's folder, then among those of the server. A name is a plain word,
/// so that none, whoever gives it, leads out of the folder.</summary>
internal sealed partial class TemplateFiles(IOptions<MailOptions> options) : IFileProvider
{
    private readonly string _folder = Path.GetFullPath(options.Value.TemplatesPath);

    /// <summary>The template's text; null when there is none of that name.</summary>
    public string? Find(string name)
    {
        if (!PlainName().IsMatch(name)) return null;
        var file = Path.Combine(_folder, $"{name}.liquid");
        return File.Exists(file) ? File.ReadAllText(file) : Embedded(name);
    }

    /// <summary>For `{% include "footer" %}` within templates, which comes with the ending.</summary>
    public IFileInfo GetFileInfo(string subpath) =>
        subpath.EndsWith(".liquid", StringComparison.Ordinal) && Find(subpath[..^".liquid".Length]) is { } text
            ? new TemplateFile(subpath, text)
            : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string? Embedded(string name)
    {
        using var stream = typeof(TemplateFiles).Assembly.GetManifestResourceStream($"mail/{name}.liquid");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}(?:\.text)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    // Its time is when it was read: a template that is changed shows with the next mail.
    private sealed class TemplateFile(string name, string text) : IFileInfo
    {
        private readonly byte[] _content = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => _content.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified { get; } = TimeProvider.System.GetUtcNow();

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_content, writable: false);
    }
}
