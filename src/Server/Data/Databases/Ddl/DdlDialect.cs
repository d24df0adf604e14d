using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>Definitions → DDL text. Every name in it is quoted, every default goes through <see cref="AppendLiteral"/>, and
/// the rest is chosen from enums, numbers and the lists of words here.</summary>
internal abstract class DdlDialect
{
    /// <summary>The types that a model may ask for by their names.</summary>
    public abstract FrozenSet<string> KnownTypes { get; }

    /// <summary>The defaults that a model may ask the database to compute.</summary>
    public abstract FrozenSet<string> KnownExpressions { get; }

    /// <summary>Whether any column can count, not only a key.</summary>
    public abstract bool CountsInAnyColumn { get; }

    /// <summary>Whether instants are stored as numbers, for which no expression of a time can be the default.</summary>
    public abstract bool StoresInstantsAsNumbers { get; }

    public abstract TypeWord WordOf(ColumnType type);

    /// <summary>Whether a length or precision can follow the name of a type.</summary>
    public abstract bool TakesSize(string type);

    /// <summary>An expression as a value of a type.</summary>
    public abstract string Cast(string expression, string type);

    /// <summary>Statements that make the tables, which may refer to each other in any direction.</summary>
    public abstract IEnumerable<string> CreateTables(IReadOnlyList<TableDefinition> tables);

    public string DropTable(string table) => $"drop table {Quote(table)}";

    public string CreateIndex(string table, string column) =>
        $"create index {Quote(ConstraintName.Index(table, column))} on {Quote(table)} ({Quote(column)})";

    public string DropIndex(string index) => $"drop index {Quote(index)}";

    public string TypeOf(ColumnDefinition column) => column.ExistingType ?? NewType(column);

    protected virtual string NewType(ColumnDefinition column)
    {
        var (word, length, precision, scale) = WordOf(column.Type);
        return column.Type switch
        {
            ColumnType.String => Sized(word, column.Length ?? length),
            ColumnType.Decimal => string.Create(CultureInfo.InvariantCulture, $"{word}({column.Precision ?? precision}, {column.Scale ?? scale})"),
            _ => Sized(word, length),
        };
    }

    /// <summary>Column as it stands in `create table`.</summary>
    public abstract string ColumnClause(ColumnDefinition column);

    /// <summary>The one place where a value becomes text, because DDL takes no parameters.</summary>
    public void AppendLiteral(StringBuilder sql, object value)
    {
        switch (value)
        {
            case string text:
                if (text.Contains('\0')) throw new ArgumentException("A text cannot hold NUL.", nameof(value));
                // Backslashes are plain characters: standard_conforming_strings is on, SQLite knows no escapes.
                sql.Append('\'').Append(text.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                break;
            case bool flag: sql.Append(BooleanLiteral(flag)); break;
            case int number: sql.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case long number: sql.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case decimal number: sql.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case double number when double.IsFinite(number): sql.Append(number.ToString("R", CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A {value.GetType().Name} cannot be a default.", nameof(value));
        }
    }

    protected abstract string BooleanLiteral(bool value);

    protected static string Reference(ForeignKeyDefinition key) =>
        $"references {Quote(key.Table)} ({Quote(key.Column)}) on update {key.OnUpdate.ToSql()} on delete {key.OnDelete.ToSql()}";

    /// <summary>The expression of a default that is the time of the insert.</summary>
    protected virtual string NowExpression(ColumnType type) => "CURRENT_TIMESTAMP";

    /// <summary>The expression of a default that is a uuid of its own for each item.</summary>
    protected abstract string UuidExpression { get; }

    public string DefaultClause(ColumnType type, ColumnDefault value)
    {
        var sql = new StringBuilder("default ");
        if (value.Existing is { } expression) sql.Append('(').Append(expression).Append(')');
        else if (value.IsNow) sql.Append(NowExpression(type));
        else if (value.IsUuid) sql.Append(UuidExpression);
        else AppendLiteral(sql, value.Value!);
        return sql.ToString();
    }

    private static string Sized(string word, int? length) =>
        length is null ? word : string.Create(CultureInfo.InvariantCulture, $"{word}({length})");
}
