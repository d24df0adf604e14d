namespace Directus.Grpc.Server.Query.Values;

/// <summary>The operators of texts, in memory. One that it does not know never holds.</summary>
internal static class TextTest
{
    public static bool Holds(string name, string text, string part) => name switch
    {
        "_contains" => text.Contains(part, StringComparison.Ordinal),
        "_ncontains" => !text.Contains(part, StringComparison.Ordinal),
        "_icontains" => text.Contains(part, StringComparison.OrdinalIgnoreCase),
        "_nicontains" => !text.Contains(part, StringComparison.OrdinalIgnoreCase),
        "_starts_with" => text.StartsWith(part, StringComparison.Ordinal),
        "_nstarts_with" => !text.StartsWith(part, StringComparison.Ordinal),
        "_istarts_with" => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
        "_nistarts_with" => !text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
        "_ends_with" => text.EndsWith(part, StringComparison.Ordinal),
        "_nends_with" => !text.EndsWith(part, StringComparison.Ordinal),
        "_iends_with" => text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
        "_niends_with" => !text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
