using System.Text;

namespace Directus.Grpc.Server.Data;

/// <summary>The one place where names become text, as standard SQL quotes them: between double quotes, those inside doubled.</summary>
internal static class SqlName
{
    public static void Append(StringBuilder sql, string identifier)
    {
        if (identifier.Contains('\0')) throw new ArgumentException("A name cannot hold NUL.", nameof(identifier));
        sql.Append('"').Append(identifier.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    public static string Quote(string identifier)
    {
        var text = new StringBuilder(identifier.Length + 2);
        Append(text, identifier);
        return text.ToString();
    }
}
