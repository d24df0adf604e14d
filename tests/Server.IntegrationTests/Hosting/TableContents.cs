using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>Fingerprints of all rows of all tables, without what serving reads may change.</summary>
internal static class TableContents
{
    // Logging in ends and begins sessions and says so in the activity; a share counts its uses.
    private static readonly string[] MayChange = ["directus_sessions", "directus_activity"];
    private static readonly string[] ColumnsThatMayChange = ["last_access", "times_used"];

    public static async Task<SortedDictionary<string, string>> ReadAsync(PostgresDatabase database)
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await database.QueryAsync("select tablename from pg_tables where schemaname = 'public'"))
        {
            var table = (string)row[0]!;
            if (!MayChange.Contains(table)) contents[table] = await FingerprintAsync(database, table);
        }

        return contents;
    }

    private static async Task<string> FingerprintAsync(PostgresDatabase database, string table)
    {
        var volatileColumns = string.Join(',', ColumnsThatMayChange);
        var rows = await database.QueryAsync($$"""
            select count(*)::text || ' rows ' || coalesce(md5(string_agg(content, ';' order by content)), '')
            from (select (to_jsonb(t) - '{{{volatileColumns}}}'::text[])::text as content from public."{{table}}" t) as rows
            """);
        return (string)rows[0][0]!;
    }
}
