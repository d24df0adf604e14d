using System.IO.Enumeration;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>A variable that Directus documents and that nothing here reads, or several: `*` stands for any rest of a name, `&lt;NAME&gt;` for the
/// name of a provider or storage.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Use">Whether it is needless or missed.</param>
/// <param name="Why">A sentence that says why.</param>
internal sealed record UnusedVariable(string Name, VariableUse Use, string Why)
{
    private readonly string _pattern = Name.Replace("<NAME>", "*", StringComparison.Ordinal);

    public bool Covers(string name) => FileSystemName.MatchesSimpleExpression(_pattern, name);
}
