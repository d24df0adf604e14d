using System.Text;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>The text that queries compile to, reviewed by eye: names quoted, values as parameters, no `select *`, one statement for
/// each level. Baselines/*.sql hold a query as a comment and its statements below; to add one write the comment, to take over a
/// change run the tests with UPDATE_BASELINES=1, and review the difference.</summary>
public sealed class SqlBaselineTests
{
    private static readonly (string Name, Dialect Dialect)[] Dialects = [("pg", new PostgresDialect()), ("sqlite", new SqliteDialect())];

    public static TheoryData<string> Areas => [.. Directory.GetFiles(Folder, "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    private static string Folder => Path.Combine(Documents.Root(), "tests", "Server.Tests", "Query", "Baselines");

    // A reader sees cheap articles, of dear ones the title too; not the authors that are hidden.
    private static readonly AccessRules Reader = Library.Rules(
        ("articles", [Library.May("id,author,pages,tags", """{"price":{"_lt":5}}"""), Library.May("id,author,title,comments", """{"price":{"_gte":5}}""")]),
        ("authors", [Library.May("id,name,articles", """{"name":{"_neq":"hidden"}}""")]),
        ("comments", [Library.May("id,text", """{"article":{"author":{"name":{"_eq":"Ada"}}}}""")]),
        ("article_tags", [Library.May("*")]),
        ("tags", [Library.May("*")]));

    [Theory, MemberData(nameof(Areas))]
    public void Queries_compile_to_the_reviewed_statements(string area)
    {
        var path = Path.Combine(Folder, area + ".sql");
        var before = File.ReadAllText(path);
        var now = Compiled(before);
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") is { Length: > 0 }) File.WriteAllText(path, now);
        else Assert.Equal(before, now);
    }

    private static string Compiled(string baseline)
    {
        var text = new StringBuilder();
        foreach (var line in baseline.Split('\n').Where(line => line.StartsWith("--", StringComparison.Ordinal)))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(line).Append('\n');
            if (line.StartsWith("-- #", StringComparison.Ordinal)) continue;
            // `-- pg articles {…}` is a query that only PostgreSQL can answer.
            var only = line.StartsWith("-- pg ", StringComparison.Ordinal);
            foreach (var (name, dialect) in Dialects.Take(only ? 1 : 2))
                foreach (var statement in Statements(dialect, line[(only ? 5 : 2)..].Trim()))
                    text.Append($"/* {name} */ ".PadRight(13)).Append(statement.Text).Append(";\n");
        }

        return text.ToString();
    }

    // `-- articles {"fields":["id"]}`, `-- reader articles {…}`.
    private static IEnumerable<SqlStatement> Statements(Dialect dialect, string query)
    {
        var reader = query.StartsWith("reader ", StringComparison.Ordinal);
        var parts = query.Split(' ', reader ? 3 : 2)[(reader ? 1 : 0)..];
        var plan = Library.Plan(parts[0], parts[1], reader ? Reader : null);
        if (plan.TotalCount is { } total) yield return CountCompiler.Count(dialect, total);
        if (plan.FilterCount is { } filtered) yield return CountCompiler.Count(dialect, filtered);
        if (plan.Aggregate is { } aggregate)
        {
            yield return AggregateCompiler.Compile(dialect, aggregate);
            yield break;
        }

        yield return SelectCompiler.Root(dialect, plan.Root!);
        foreach (var statement in Below(dialect, plan.Root!)) yield return statement;
    }

    private static IEnumerable<SqlStatement> Below(Dialect dialect, PlanNode node)
    {
        foreach (var output in node.Outputs)
        {
            foreach (var branch in output.Branches)
            {
                yield return output is PlanOutput.Many
                    ? SelectCompiler.ToMany(dialect, branch, [1, 2])
                    : SelectCompiler.ToOne(dialect, branch, [1, 2]);
                foreach (var statement in Below(dialect, branch)) yield return statement;
            }
        }
    }
}
