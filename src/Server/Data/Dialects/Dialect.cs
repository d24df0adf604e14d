using System.Data.Common;
using System.Text;

namespace Directus.Grpc.Server.Data.Dialects;

/// <summary>How the databases differ in SQL text and values. Others ask the dialect, never the product's name.</summary>
public abstract class Dialect
{
    /// <summary>Largest number of parameters of one statement.</summary>
    public abstract int MaxParameters { get; }

    /// <summary>Name of the schema of user tables as the API prints it; null where there are none.</summary>
    public abstract string? SchemaName { get; }

    /// <summary>Query of the names of user tables; a condition on the name follows.</summary>
    public abstract string TableNamesWhereName { get; }

    /// <summary>Statement that lets one editor of the schema work at a time until its transaction ends; null when the
    /// database lets only one write anyway.</summary>
    public abstract string? SchemaLock { get; }

    // Both databases quote names with double quotes and double those inside.
    public void AppendName(StringBuilder sql, string identifier)
    {
        if (identifier.Contains('\0')) throw new ArgumentException("A name cannot hold NUL.", nameof(identifier));
        sql.Append('"').Append(identifier.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    public string Quote(string identifier)
    {
        var text = new StringBuilder();
        AppendName(text, identifier);
        return text.ToString();
    }

    /// <summary>The placeholder of the parameter with that number, counted from 1.</summary>
    public abstract void AppendPlaceholder(StringBuilder sql, int number);

    /// <summary>Adds the parameter with that number, counted from 1.</summary>
    public abstract void AddParameter(DbCommand command, SqlParameter parameter, int number);

    /// <summary>`left` is one of the values of an array parameter.</summary>
    public abstract void AppendIn(SqlBuilder sql, Action<SqlBuilder> left, object?[] values, SqlKind kind);

    /// <summary>Casts to text, for search and string functions.</summary>
    public abstract void AppendAsText(SqlBuilder sql, Action<SqlBuilder> operand);

    /// <summary>The rest of a limited query; null means no limit.</summary>
    public abstract void AppendLimit(SqlBuilder sql, int? limit, int offset);

    /// <summary>Recognises the violations that a client can cause; null for anything else.</summary>
    public abstract DatabaseViolation? Recognize(DbException error);

    /// <summary>Why the database refuses a change of the schema that its rules or data do not allow; null for anything else.</summary>
    public abstract string? RecognizeRefusedChange(DbException error);

    /// <summary>Whether the statement failed only because the schema changed beneath it, and can be tried again.</summary>
    public abstract bool IsStalePlan(DbException error);
}
