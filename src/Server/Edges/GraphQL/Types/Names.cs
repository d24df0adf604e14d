using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>Names as the language allows them. What a database calls otherwise cannot be asked for by GraphQL.</summary>
internal static partial class Names
{
    public static bool Fit(string name) => Form().IsMatch(name) && !name.StartsWith("__", StringComparison.Ordinal);

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*\\z")]
    private static partial Regex Form();
}
