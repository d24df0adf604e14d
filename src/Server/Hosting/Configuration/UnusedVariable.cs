using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>A variable that Directus documents and that nothing here reads, or several: `*` stands for any rest of a name, `&lt;NAME&gt;` for the
/// name of a provider or storage.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Use">Whether it is needless or missed.</param>
/// <param name="Why">A sentence that says why.</param>
internal sealed record UnusedVariable(string Name, VariableUse Use, string Why)
{
    private readonly Regex _names = new($"^{Pattern(Name)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public bool Covers(string name) => _names.IsMatch(name);

    private static string Pattern(string name) =>
        Regex.Escape(name).Replace("\\*", ".+", StringComparison.Ordinal).Replace("<NAME>", ".+", StringComparison.Ordinal);
}
