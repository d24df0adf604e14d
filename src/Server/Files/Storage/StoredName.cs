using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files.Storage;

/// <summary>The name of a content in its storage. New ones are made of an id and a known extension; those of an existing
/// project are taken only if they cannot mean a path.</summary>
internal sealed partial record StoredName
{
    private StoredName(string text) => Text = text;

    public string Text { get; }

    /// <summary>The name without its extension, with which the names of what is made of the content begin.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Text);

    /// <summary>The name of a new content.</summary>
    public static StoredName New(Guid id, string? type) => new(id.ToString("D") + MediaTypes.Extension(type));

    /// <summary>The name of something that is made of this content.</summary>
    public StoredName Variant(string mark, string extension) => new($"{Stem}{VariantMark}{mark}{extension}");

    public static bool TryParse(string? text, [NotNullWhen(true)] out StoredName? name)
    {
        name = text is { Length: > 0 and <= 255 } && Safe().IsMatch(text) ? new StoredName(text) : null;
        return name is not null;
    }

    /// <summary>Begins what in the name of a variant follows the stem.</summary>
    public const string VariantMark = "__";

    public override string ToString() => Text;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Safe();
}
