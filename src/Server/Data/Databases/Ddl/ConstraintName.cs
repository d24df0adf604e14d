using System.Security.Cryptography;
using System.Text;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>Names of constraints and indexes, the same as in a database that Directus made, so that either finds those of
/// the other: `articles_author_foreign`.</summary>
internal static class ConstraintName
{
    // PostgreSQL cuts a longer name off, which could make two the same.
    private const int Longest = 60;

    public static string ForeignKey(string table, string column) => Of(table, column, "foreign");

    public static string Unique(string table, string column) => Of(table, column, "unique");

    public static string Index(string table, string column) => Of(table, column, "index");

    private static string Of(string table, string columns, string kind)
    {
        var name = $"{table}_{columns}_{kind}".Replace('.', '_').Replace('-', '_').ToLowerInvariant();
        if (Encoding.UTF8.GetByteCount(name) <= Longest) return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}\0{columns}")))[..16];
        return $"{hash}_{kind}";
    }
}
