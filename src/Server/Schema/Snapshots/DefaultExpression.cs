using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>Defaults that the database computes, in models. A text such as `CURRENT_USER` could be the default itself; where
/// a column holds texts, a model tells an expression with a cast, `(CURRENT_USER)::text`. What is made of a model comes from
/// the lists here, never from the model.</summary>
internal static partial class DefaultExpression
{
    private static readonly FrozenSet<string> Postgres = FrozenSet.Create("now()", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME",
        "LOCALTIMESTAMP", "LOCALTIME", "clock_timestamp()", "statement_timestamp()", "transaction_timestamp()", "timezone('utc'::text, now())",
        "(now() AT TIME ZONE 'utc'::text)", "('now'::text)::date", "gen_random_uuid()", "uuid_generate_v1()", "uuid_generate_v4()", "CURRENT_USER",
        "SESSION_USER", "CURRENT_ROLE", "USER", "CURRENT_CATALOG", "CURRENT_SCHEMA", "current_database()", "random()", "json_build_object()",
        "json_build_array()", "jsonb_build_object()", "jsonb_build_array()");

    private static readonly FrozenSet<string> Sqlite = FrozenSet.Create("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "datetime('now')",
        "date('now')", "time('now')", "unixepoch()", "strftime('%s', 'now')", "strftime('%s','now')", "julianday('now')", "random()",
        "lower(hex(randomblob(16)))", "hex(randomblob(16))");

    private static readonly FrozenSet<string> Casts = FrozenSet.Create("text", "character varying", "json", "jsonb", "uuid", "date",
        "time without time zone", "timestamp without time zone", "timestamp with time zone");

    private static readonly string[] Optional = ["uuid_generate_v1()", "uuid_generate_v4()"];

    [GeneratedRegex(@"^\((?<inner>.*)\)::(?<type>[a-z ]+)$", RegexOptions.Singleline)]
    private static partial Regex Cast();

    /// <summary>The default of a column in a model, when it has to be told from a text.</summary>
    public static string? Told(ColumnSchema column)
    {
        if (column is not { DefaultExpression: { } expression, Default: string text } || !IsAmbiguous(column.Kind) || DefaultValue.IsConstant(expression)) return null;
        return IsMarked(text) ? text : $"({text})::{(column.Kind == SqlKind.Json ? "json" : "text")}";
    }

    /// <summary>The expression that a default of a model stands for, from the lists of the database; null when it is none of them.</summary>
    public static string? Find(string told, SqlKind kind, Dialect dialect)
    {
        var known = dialect is PostgresDialect ? Postgres : Sqlite;
        if (!IsAmbiguous(kind) && known.TryGetValue(told, out var plain)) return plain;
        if (Cast().Match(told) is not { Success: true } match || !known.TryGetValue(match.Groups["inner"].Value, out var inner)) return null;
        if (!Casts.TryGetValue(match.Groups["type"].Value, out var type)) return null;
        return dialect is PostgresDialect ? $"({inner})::{type}" : inner;
    }

    /// <summary>The function of an extension that an expression needs and the database has not; null when it lacks none.</summary>
    public static string? Lacks(string expression, FrozenSet<string> additions) =>
        Optional.FirstOrDefault(function => expression.Contains(function, StringComparison.Ordinal) && !additions.Contains(function));

    /// <summary>Whether the default is told as an expression, where it could be a text.</summary>
    public static bool IsMarked(string told) => Cast().Match(told) is { Success: true } match && Casts.Contains(match.Groups["type"].Value);

    /// <summary>Whether a text in this place could be the default itself.</summary>
    public static bool IsAmbiguous(SqlKind kind) => kind is SqlKind.Text or SqlKind.Json or SqlKind.Other;
}
