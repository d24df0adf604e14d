using System.Globalization;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Sqlite;

namespace Directus.Grpc.Server.Schema.Introspection;

/// <summary>Reads the text of a default: a constant becomes a value of the column's kind, an expression stays text.</summary>
internal static class DefaultValue
{
    public static bool IsNull(string expression) =>
        expression.Equals("null", StringComparison.OrdinalIgnoreCase) || expression.StartsWith("NULL::", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the words of the database are a value, not something to compute.</summary>
    public static bool IsConstant(string expression) => expression[0] is '\'' or '"' || IsNull(expression)
        || decimal.TryParse(expression, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || bool.TryParse(expression, out _);

    /// <summary>`'draft'::character varying`, `'7'::bigint`, `1.5`, `true`, `now()`, …</summary>
    public static object? FromPostgres(string expression, SqlKind kind)
    {
        if (IsNull(expression)) return null;
        if (expression[0] != '\'') return Plain(expression, kind);
        var text = Unquoted(expression, out var end);
        // Only a cast may follow; anything else is an expression that happens to start with a text.
        return end == expression.Length || expression.AsSpan(end).StartsWith("::") ? Constant(text, kind) : expression;
    }

    /// <summary>`'draft'`, `"draft"`, `0`, `CURRENT_TIMESTAMP`, `(…)`, …</summary>
    public static object? FromSqlite(string expression, SqlKind kind)
    {
        if (IsNull(expression)) return null;
        // The catalogue leaves out the outer parentheses.
        if (SqliteDdl.NowMilliseconds.AsSpan(1..^1).SequenceEqual(expression)) return "CURRENT_TIMESTAMP";
        if (expression[0] is not ('\'' or '"')) return Plain(expression, kind);
        var text = Unquoted(expression, out var end);
        return end == expression.Length ? Constant(text, kind) : expression;
    }

    private static object Plain(string expression, SqlKind kind) => kind switch
    {
        SqlKind.Boolean when expression is "1" or "0" => expression == "1",
        SqlKind.Boolean when bool.TryParse(expression, out var flag) => flag,
        SqlKind.Integer or SqlKind.BigInteger or SqlKind.Float or SqlKind.Real or SqlKind.Decimal => Constant(expression, kind),
        _ => expression,
    };

    private static object Constant(string text, SqlKind kind)
    {
        const NumberStyles style = NumberStyles.Float;
        var culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            SqlKind.Integer or SqlKind.BigInteger when long.TryParse(text, style, culture, out var number) => number,
            SqlKind.Float or SqlKind.Real when double.TryParse(text, style, culture, out var number) => number,
            SqlKind.Decimal when decimal.TryParse(text, style, culture, out var number) => number,
            SqlKind.Boolean when text is "1" or "0" => text == "1",
            SqlKind.Boolean when text is "t" or "f" => text == "t",
            SqlKind.Boolean when bool.TryParse(text, out var flag) => flag,
            _ => text,
        };
    }

    private static string Unquoted(string expression, out int end)
    {
        var (quote, text) = (expression[0], new System.Text.StringBuilder(expression.Length));
        for (end = 1; end < expression.Length; end++)
        {
            if (expression[end] == quote)
            {
                if (end + 1 == expression.Length || expression[end + 1] != quote) break;
                end++;
            }

            text.Append(expression[end]);
        }

        end = Math.Min(end + 1, expression.Length);
        return text.ToString();
    }
}
