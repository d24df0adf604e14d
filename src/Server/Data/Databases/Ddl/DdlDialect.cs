using System.Globalization;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>Definitions → DDL text. Every name in it is quoted, every default goes through <see cref="AppendLiteral"/>, and
/// the rest is chosen from enums and numbers.</summary>
internal abstract class DdlDialect
{
    private const int DefaultLength = 255;
    private const int DefaultPrecision = 10;
    private const int DefaultScale = 5;

    public static DdlDialect For(Dialect dialect) => dialect is PostgresDialect ? PostgresDdl.Instance : SqliteDdl.Instance;

    /// <summary>Statements that make the tables, which may refer to each other in any direction.</summary>
    public abstract IEnumerable<string> CreateTables(IReadOnlyList<TableDefinition> tables);

    public string DropTable(string table) => $"drop table {Quote(table)}";

    public string CreateIndex(string table, string column) =>
        $"create index {Quote(ConstraintName.Index(table, column))} on {Quote(table)} ({Quote(column)})";

    public string DropIndex(string index) => $"drop index {Quote(index)}";

    public string TypeOf(ColumnDefinition column) => column.ExistingType ?? NewType(column);

    protected abstract string NewType(ColumnDefinition column);

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

    protected static string Sized(string type, ColumnDefinition column) =>
        $"{type}({(column.Length ?? DefaultLength).ToString(CultureInfo.InvariantCulture)})";

    protected static string Precise(string type, ColumnDefinition column) => string.Create(CultureInfo.InvariantCulture,
        $"{type}({column.Precision ?? DefaultPrecision}, {column.Scale ?? DefaultScale})");
}
