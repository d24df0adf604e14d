namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>A word, a quoted name or text, or one character of SQL.</summary>
internal readonly record struct SqliteToken(int Start, int End, bool Quoted);

/// <summary>Cuts the SQL that SQLite keeps of a table into tokens, leaving comments and blanks out.</summary>
internal static class SqliteTokens
{
    public static List<SqliteToken> Of(string sql)
    {
        var tokens = new List<SqliteToken>();
        for (var at = 0; at < sql.Length;)
        {
            var end = sql[at] switch
            {
                '-' when Next(sql, at) == '-' => Past(sql, "\n", at),
                '/' when Next(sql, at) == '*' => Past(sql, "*/", at + 2),
                '\'' or '"' or '`' => Quoted(sql, at),
                '[' => Past(sql, "]", at),
                var c when char.IsWhiteSpace(c) => at + 1,
                var c when IsWord(c) => Word(sql, at),
                _ => at + 1,
            };
            if (!IsBlank(sql, at)) tokens.Add(new SqliteToken(at, end, sql[at] is '\'' or '"' or '`' or '['));
            at = end;
        }

        return tokens;
    }

    /// <summary>The name or word that the token spells.</summary>
    public static string Text(string sql, SqliteToken token)
    {
        var text = sql[token.Start..token.End];
        if (!token.Quoted) return text;
        var inner = text[1..^1];
        return text[0] == '[' ? inner : inner.Replace(new string(text[0], 2), text[..1], StringComparison.Ordinal);
    }

    private static bool IsBlank(string sql, int at) => char.IsWhiteSpace(sql[at])
        || (sql[at] == '-' && Next(sql, at) == '-') || (sql[at] == '/' && Next(sql, at) == '*');

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' || c > 127;

    private static int Word(string sql, int at)
    {
        while (at < sql.Length && IsWord(sql[at])) at++;
        return at;
    }

    private static int Past(string sql, string mark, int at)
    {
        var found = sql.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + mark.Length;
    }

    private static int Quoted(string sql, int at)
    {
        var quote = sql[at];
        for (var end = at + 1; end < sql.Length; end++)
        {
            if (sql[end] != quote) continue;
            if (Next(sql, end) != quote) return end + 1;
            end++;
        }

        return sql.Length;
    }
}
