using System.Text;
using Directus.Grpc.Server.Data.Databases;

namespace Directus.Grpc.Server.Data;

/// <summary>Writes one statement: text, quoted names and numbered parameters. Values never become text.</summary>
public sealed class SqlBuilder(Dialect dialect)
{
    private readonly StringBuilder _text = new(256);
    private readonly List<SqlParameter> _parameters = [];

    public Dialect Dialect { get; } = dialect;

    /// <summary>Whether equal values share a parameter: PostgreSQL takes an expression for the one that is grouped by only when its
    /// parameters are the same too.</summary>
    public bool SharesParameters { get; init; }

    public SqlBuilder Append(string sql)
    {
        _text.Append(sql);
        return this;
    }

    public SqlBuilder Append(char sql)
    {
        _text.Append(sql);
        return this;
    }

    public SqlBuilder Append(int number)
    {
        _text.Append(number);
        return this;
    }

    /// <summary>A name, quoted. Names come from the schema or the catalogue, never from a request.</summary>
    public SqlBuilder Name(string identifier)
    {
        SqlName.Append(_text, identifier);
        return this;
    }

    public SqlBuilder Name(string table, string column)
    {
        SqlName.Append(_text, table);
        _text.Append('.');
        SqlName.Append(_text, column);
        return this;
    }

    public SqlBuilder Value(object? value, SqlKind kind)
    {
        return Parameter(new SqlParameter(value, kind));
    }

    public SqlBuilder Array(object?[] values, SqlKind kind)
    {
        return Parameter(new SqlParameter(values, kind, IsArray: true));
    }

    private SqlBuilder Parameter(SqlParameter parameter)
    {
        var known = SharesParameters ? _parameters.FindIndex(parameter.Equivalent) : -1;
        if (known < 0) _parameters.Add(parameter);
        Dialect.AppendValue(_text, known < 0 ? _parameters.Count : known + 1, parameter);
        return this;
    }

    /// <summary>Appends each element, a comma between.</summary>
    public SqlBuilder List<T>(IEnumerable<T> elements, Action<SqlBuilder, T> append)
    {
        var first = true;
        foreach (var element in elements)
        {
            if (!first) _text.Append(", ");
            first = false;
            append(this, element);
        }

        return this;
    }

    public int Length => _text.Length;

    public SqlStatement Build() => new(_text.ToString(), _parameters);
}
