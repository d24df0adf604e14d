using System.Globalization;

namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>Reads the text of a default: a constant becomes a value of the column's kind, an expression stays text.</summary>
internal static class DefaultValue
{
    public static bool IsNull(string expression) =>
        expression.Equals("null", StringComparison.OrdinalIgnoreCase) || expression.StartsWith("NULL::", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the words of the database are a value, not something to compute.</summary>
    public static bool IsConstant(string expression) => expression[0] is '\'' or '"' || IsNull(expression)
        || decimal.TryParse(expression, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || bool.TryParse(expression, out _);

    /// <summary>Of words without quotes.</summary>
    public static object Plain(string expression, SqlKind kind) => kind switch
    {
        SqlKind.Boolean when expression is "1" or "0" => expression == "1",
        SqlKind.Boolean when bool.TryParse(expression, out var flag) => flag,
        SqlKind.Integer or SqlKind.BigInteger or SqlKind.Float or SqlKind.Real or SqlKind.Decimal => Constant(expression, kind),
        _ => expression,
    };

    /// <summary>Of the text of a constant.</summary>
    public static object Constant(string text, SqlKind kind)
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

    /// <summary>The text within quotes that an expression begins with, and where they end.</summary>
    public static string Unquoted(string expression, out int end)
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
