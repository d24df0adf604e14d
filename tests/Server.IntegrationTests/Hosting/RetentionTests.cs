using System.Globalization;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class RetentionTests
{
    private const string User = "(select id from directus_users limit 1)";

    private static readonly Dictionary<string, string> EverySecond = new()
    {
        ["RETENTION_ENABLED"] = "true", ["RETENTION_SCHEDULE"] = "* * * * * *",
        ["RETENTION_BATCH"] = "2"
    };

    [Theory, EachDatabase]
    public async Task What_has_had_its_time_goes_in_batches_and_all_else_stays(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, EverySecond);
        var mark = TestApp.Mark();
        await SeedAsync(server,
        [
            // The newest revision has one before it that goes.
            .. Enumerable.Range(1001, 5).SelectMany(id => Activity(server, id, "update", mark, days: 100, revision: id)),
            .. Activity(server, 1010, "update", mark, days: 1, revision: 1010, parent: 1005),
            .. Activity(server, 1011, "login", mark, days: 100),
            .. Activity(server, 1012, "login", mark, days: 80),
            .. Activity(server, 1020, "run", mark, days: 100, revision: 1020),
            .. Activity(server, 1021, "run", mark, days: 80, revision: 1021),
            Session(server, $"{mark}-old", days: 1),
            Session(server, $"{mark}-new", days: -1),
            "insert into directus_collections (collection) values ('shared')",
            Share(server, "00000000-0000-4000-8000-000000000001", $"{mark}-old", days: 100),
            Share(server, "00000000-0000-4000-8000-000000000002", $"{mark}-ended", days: 1),
        ]);

        await Eventually.TrueAsync(async () => await ShareNamesAsync(server, mark) == $"{mark}-ended", "the old share is gone");

        await Eventually.TrueAsync(async () => !(await SessionsAsync(server, mark)).Contains($"{mark}-old"), "the old session is gone");
        Assert.Equal("1010,1012,1021", await ListAsync(server, $"select id from directus_activity where item = '{mark}' order by id"));
        Assert.Equal("1010,1021", await ListAsync(server, $"select id from directus_revisions where item = '{mark}' order by id"));
        Assert.Equal("", await ListAsync(server, $"select parent from directus_revisions where item = '{mark}' and parent is not null"));
        Assert.Equal($"{mark}-new", await SessionsAsync(server, mark));
        Assert.Empty(server.Log.Errors());
    }

    [Theory, EachDatabase]
    public async Task What_is_to_be_kept_for_ever_keeps_what_it_belongs_to(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string>(EverySecond)
        {
            ["REVISIONS_RETENTION"] = "false", ["FLOW_LOGS_RETENTION"] = "FALSE", ["ACTIVITY_RETENTION"] = "30d",
        });
        var mark = TestApp.Mark();
        await SeedAsync(server,
        [
            .. Activity(server, 1001, "update", mark, days: 100, revision: 1001),
            .. Activity(server, 1002, "run", mark, days: 100, revision: 1002),
            .. Activity(server, 1003, "login", mark, days: 31),
            .. Activity(server, 1004, "login", mark, days: 29),
        ]);

        await Eventually.TrueAsync(async () => await ListAsync(server,
            $"select id from directus_activity where item = '{mark}' order by id") == "1001,1002,1004", "the old login is gone");

        Assert.Equal("1001,1002", await ListAsync(server, $"select id from directus_revisions where item = '{mark}' order by id"));
    }

    [Fact]
    public async Task Of_several_servers_one_does_it()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Postgres, EverySecond);
        await using var holder = server.Database.Connect();
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var take = holder.CreateCommand();
        take.CommandText = "select pg_advisory_lock(431265542244)";
        await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var mark = TestApp.Mark();
        await SeedAsync(server, Activity(server, 1001, "login", mark, days: 100));
        await Task.Delay(2_500, TestContext.Current.CancellationToken);
        Assert.Equal("1001", await ListAsync(server, $"select id from directus_activity where item = '{mark}'"));

        await holder.CloseAsync();

        await Eventually.TrueAsync(async () =>
            await ListAsync(server, $"select id from directus_activity where item = '{mark}'") == "", "the next run removes it");
    }

    [Fact]
    public async Task Nothing_goes_where_it_is_not_switched_on()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string> { ["RETENTION_SCHEDULE"] = "* * * * * *" });
        await SeedAsync(server, Activity(server, 1001, "login", "kept", days: 1000));

        await Task.Delay(1_500, TestContext.Current.CancellationToken);

        Assert.Equal("1001", await ListAsync(server, "select id from directus_activity where item = 'kept'"));
    }

    // At once, so that no run sees a part of it.
    private static Task SeedAsync(TestServer server, IEnumerable<string> statements) =>
        server.Database.QueryAsync($"begin; {string.Join("; ", statements)}; commit;");

    private static IEnumerable<string> Activity(TestServer server, int id, string action, string mark, int days, int? revision = null,
        int? parent = null)
    {
        yield return $"insert into directus_activity (id, action, timestamp, collection, item) values ({id}, '{action}', {Ago(server, days)}, 't', '{mark}')";
        if (revision is not null)
            yield return $"insert into directus_revisions (id, activity, collection, item, data, parent) values ({revision}, {id}, 't', '{mark}', '{{}}', {parent?.ToString(CultureInfo.InvariantCulture) ?? "null"})";
    }

    private static string Session(TestServer server, string token, int days) =>
        $"insert into directus_sessions (token, \"user\", expires) values ('{token}', {User}, {Ago(server, days)})";

    private static string Share(TestServer server, string id, string name, int days) =>
        $"insert into directus_shares (id, name, collection, item, date_end) values ('{id}', '{name}', 'shared', '1', {Ago(server, days)})";

    private static Task<string> SessionsAsync(TestServer server, string mark) =>
        ListAsync(server, $"select token from directus_sessions where token like '{mark}%'");

    private static Task<string> ShareNamesAsync(TestServer server, string mark) =>
        ListAsync(server, $"select name from directus_shares where name like '{mark}%'");

    private static async Task<string> ListAsync(TestServer server, string sql) =>
        string.Join(',', (await server.Database.QueryAsync(sql)).Select(row => row[0]));

    // On SQLite as text, as a default of the column writes it.
    private static string Ago(TestServer server, int days)
    {
        var time = TimeProvider.System.GetUtcNow().AddDays(-days).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return server.Database.Environment["DB_CLIENT"] == "pg" ? $"timestamptz '{time}+00'" : $"'{time}'";
    }
}
