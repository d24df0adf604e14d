using System.Collections.Immutable;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>One definition inside of `create table (…)`.</summary>
/// <param name="Sql">Its text, as it stands.</param>
/// <param name="Column">Column that it defines; null for a constraint of the table.</param>
/// <param name="Constrained">Columns of a foreign key or unique constraint of the table.</param>
/// <param name="IsForeignKey">Whether it is a foreign key of the table.</param>
internal sealed record SqliteTablePart(string Sql, string? Column, ImmutableArray<string> Constrained, bool IsForeignKey);

/// <summary>The SQL of a table, cut into its definitions: those that are not changed stay word for word, with checks,
/// collations and generated columns that no catalogue tells in full.</summary>
internal sealed record SqliteTableText(ImmutableArray<SqliteTablePart> Parts, string Suffix)
{
    private static readonly string[] ConstraintWords = ["constraint", "primary", "unique", "check", "foreign"];

    public static SqliteTableText Parse(string sql)
    {
        var tokens = SqliteTokens.Of(sql);
        var parts = ImmutableArray.CreateBuilder<SqliteTablePart>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var symbol = tokens[i].Quoted ? '\0' : sql[tokens[i].Start];
            if (symbol == '(' && depth++ == 0) start = i + 1;
            if ((symbol == ',' && depth == 1) || (symbol == ')' && depth == 1))
            {
                parts.Add(Part(sql, tokens[start..i]));
                start = i + 1;
            }

            if (symbol == ')' && --depth == 0) return new SqliteTableText(parts.ToImmutable(), sql[tokens[i].End..]);
        }

        throw new FormatException("The definition of a table has no end.");
    }

    public SqliteTableText With(string column, string sql) => this with
    {
        Parts = [.. Parts.Select(part => part.Column == column ? part with { Sql = sql } : part)],
    };

    public SqliteTableText Without(string column) => this with
    {
        Parts = [.. Parts.Where(part => part.Column != column && !IsOnly(part, column))],
    };

    public SqliteTableText WithoutForeignKey(string column) => this with
    {
        Parts = [.. Parts.Where(part => !(part.IsForeignKey && IsOnly(part, column)))],
    };

    public SqliteTableText WithoutUnique(string column) => this with
    {
        Parts = [.. Parts.Where(part => part.IsForeignKey || !IsOnly(part, column))],
    };

    /// <summary>A column goes before the constraints, which SQLite wants last.</summary>
    public SqliteTableText Adding(string sql, bool column)
    {
        var part = new SqliteTablePart(sql, null, [], false);
        var at = column ? Parts.TakeWhile(existing => existing.Column is not null).Count() : Parts.Length;
        return this with { Parts = Parts.Insert(at, part) };
    }

    public string ToSql(string quotedName) => $"create table {quotedName} ({string.Join(", ", Parts.Select(part => part.Sql))}){Suffix}";

    private static bool IsOnly(SqliteTablePart part, string column) =>
        part.Constrained.Length == 1 && part.Constrained[0].Equals(column, StringComparison.OrdinalIgnoreCase);

    private static SqliteTablePart Part(string sql, List<SqliteToken> tokens)
    {
        var text = sql[tokens[0].Start..tokens[^1].End];
        var first = SqliteTokens.Text(sql, tokens[0]);
        if (tokens[0].Quoted || !ConstraintWords.Contains(first, StringComparer.OrdinalIgnoreCase))
        {
            return new SqliteTablePart(text, first, [], false);
        }

        var kind = Word(sql, tokens, IsWord(sql, tokens[0], "constraint") ? 2 : 0);
        var constrained = kind is "foreign" or "unique" ? Names(sql, tokens) : [];
        return new SqliteTablePart(text, null, constrained, kind == "foreign");
    }

    // The names in the first parentheses.
    private static ImmutableArray<string> Names(string sql, List<SqliteToken> tokens) =>
    [
        .. tokens.SkipWhile(token => !IsWord(sql, token, "(")).Skip(1).TakeWhile(token => !IsWord(sql, token, ")"))
            .Where(token => !IsWord(sql, token, ",")).Select(token => SqliteTokens.Text(sql, token)),
    ];

    private static string Word(string sql, List<SqliteToken> tokens, int at) =>
        at < tokens.Count ? SqliteTokens.Text(sql, tokens[at]).ToLowerInvariant() : "";

    private static bool IsWord(string sql, SqliteToken token, string word) =>
        !token.Quoted && sql.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);
}
