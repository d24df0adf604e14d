using System.Data.Common;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Keys as they tie the rows of two levels together: a foreign key and the key it refers to are equal here even
/// when one column is wider than the other.</summary>
internal static class LinkKey
{
    public static object? Read(DbDataReader reader, int ordinal, SqlKind kind)
    {
        if (reader.IsDBNull(ordinal)) return null;
        return kind switch
        {
            SqlKind.Integer or SqlKind.BigInteger => reader.GetInt64(ordinal),
            SqlKind.Uuid => reader.GetGuid(ordinal),
            SqlKind.Text => reader.GetString(ordinal),
            _ => reader.GetValue(ordinal),
        };
    }

    /// <summary>The key as a parameter of that kind.</summary>
    public static object? Parameter(object? key, SqlKind kind) => (key, kind) switch
    {
        (long number, SqlKind.Integer) => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        (Guid id, SqlKind.Text) => id.ToString(),
        (string text, SqlKind.Uuid) => Guid.TryParse(text, out var id) ? id : null,
        _ => key,
    };
}
