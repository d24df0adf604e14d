using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The variables that were given, wherever: by Directus' rules for their values.</summary>
internal sealed partial class GivenVariables(IConfiguration configuration)
{
    private const string FromFile = "_FILE";

    /// <summary>The text of a variable, or of the file that NAME_FILE names; null when it was not given.</summary>
    public string? this[string name] => Text(name) is { } text ? Plain(text) : OfFile(name);

    /// <summary>The names that begin so, without `_FILE`.</summary>
    public IEnumerable<string> Names(string prefix) => configuration.AsEnumerable()
        .Where(entry => entry.Value is not null).Select(entry => entry.Key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant())
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => name.EndsWith(FromFile, StringComparison.Ordinal) ? name[..^FromFile.Length] : name)
        .Distinct().Order(StringComparer.Ordinal);

    // The environment's own reader takes two underscores for a step inwards.
    private string? Text(string name) => configuration[name] ?? configuration[name.Replace("__", ":", StringComparison.Ordinal)];

    private string? OfFile(string name)
    {
        if (Text(name + FromFile) is not { Length: > 0 } file) return null;
        return File.Exists(file) ? Plain(File.ReadAllText(file).Trim())
            : throw new ConfigurationException($"{name}{FromFile} has to be a file that exists.");
    }

    // `json:{…}`, `array:string:a,b`: Directus has to be told types, here each variable has its own.
    private static string Plain(string text) => TypePrefix().Replace(text, "");

    [GeneratedRegex("^(array:)?(string|number|json|boolean|array):", RegexOptions.CultureInvariant)]
    private static partial Regex TypePrefix();
}
