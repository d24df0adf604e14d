using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema.Snapshots.Columns;

/// <summary>Defaults that the database computes, in models. A text such as `CURRENT_USER` could be the default itself; where
/// a column holds texts, a model tells an expression with a cast, `(CURRENT_USER)::text`. What is made of a model comes from
/// the lists of the database, never from the model.</summary>
internal static partial class DefaultExpression
{
    private static readonly FrozenSet<string> Casts = FrozenSet.Create("text", "character varying", "json", "jsonb", "uuid", "date",
        "time without time zone", "timestamp without time zone", "timestamp with time zone");

    private static readonly string[] Optional = ["uuid_generate_v1()", "uuid_generate_v4()"];

    [GeneratedRegex(@"^\((?<inner>.*)\)::(?<type>[a-z ]+)$", RegexOptions.Singleline)]
    private static partial Regex Cast();

    /// <summary>The default of a column in a model, when it has to be told from a text.</summary>
    public static string? Told(ColumnSchema column)
    {
        if (column is not { DefaultExpression: { } expression, Default: string text } || !IsAmbiguous(column.Kind)
            || DefaultValue.IsConstant(expression)) return null;
        return IsMarked(text) ? text : $"({text})::{(column.Kind == SqlKind.Json ? "json" : "text")}";
    }

    /// <summary>The expression that a default of a model stands for, from the lists of the database; null when it is none of them.</summary>
    public static string? Find(string told, SqlKind kind, DdlDialect ddl)
    {
        var known = ddl.KnownExpressions;
        if (!IsAmbiguous(kind) && known.TryGetValue(told, out var plain)) return plain;
        if (Cast().Match(told) is not { Success: true } match || !known.TryGetValue(match.Groups["inner"].Value, out var inner)) return null;
        if (!Casts.TryGetValue(match.Groups["type"].Value, out var type)) return null;
        return ddl.Cast(inner, type);
    }

    /// <summary>The function of an extension that an expression needs and the database has not; null when it lacks none.</summary>
    public static string? Lacks(string expression, FrozenSet<string> additions) =>
        Optional.FirstOrDefault(function => expression.Contains(function, StringComparison.Ordinal) && !additions.Contains(function));

    /// <summary>Whether the default is told as an expression, where it could be a text.</summary>
    public static bool IsMarked(string told) => Cast().Match(told) is { Success: true } match && Casts.Contains(match.Groups["type"].Value);

    /// <summary>Whether a text in this place could be the default itself.</summary>
    public static bool IsAmbiguous(SqlKind kind) => kind is SqlKind.Text or SqlKind.Json or SqlKind.Other;
}
