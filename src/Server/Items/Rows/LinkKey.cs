using System.Globalization;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Keys as they tie the rows of two levels together: a foreign key and the key it refers to are equal here even
/// when one column is wider than the other.</summary>
internal static class LinkKey
{
    /// <summary>The key in the form in which a column of that kind is read; null when it cannot be one of its values.</summary>
    public static object? In(object? key, SqlKind kind) => Parameter(key, kind) is int number ? (long)number : Parameter(key, kind);

    /// <summary>The key as a parameter of that kind; null when it cannot be one of its values.</summary>
    public static object? Parameter(object? key, SqlKind kind) => (key, kind) switch
    {
        (long number, SqlKind.Integer) => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        (Guid id, SqlKind.Text or SqlKind.Other) => id.ToString(),
        (string text, SqlKind.Integer) => int.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        (string text, SqlKind.BigInteger) => long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        (long whole, SqlKind.Text or SqlKind.Other) => whole.ToString(CultureInfo.InvariantCulture),
        (string text, SqlKind.Uuid) => Guid.TryParse(text, out var id) ? id : null,
        _ => key,
    };
}
