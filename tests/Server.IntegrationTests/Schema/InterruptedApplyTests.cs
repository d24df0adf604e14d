using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Npgsql;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>A server that dies while it applies a model leaves the old one.</summary>
public sealed class InterruptedApplyTests
{
    [Fact]
    public async Task A_crash_on_PostgreSQL_leaves_the_old_model()
    {
        await using var project = await ModelProject.StartAsync(TestDatabase.Postgres);
        var (old, difference) = await PrepareAsync(project, 20);
        await using var holder = (NpgsqlConnection)project.Server.Database.Connect();
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        // The last thing written; by then the tables are made.
        await using (var hold = new NpgsqlCommand("lock table directus_relations in share mode", holder)) await hold.ExecuteNonQueryAsync();
        var applying = project.Admin.PostAsync("/schema/apply", difference);
        await UntilWaitingAsync(holder);

        await project.Server.Process.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => applying);
        await transaction.RollbackAsync();

        await project.Server.RestartAsync();
        JsonAssert.Same(old, await project.SnapshotAsync());
        Assert.Empty(await project.Server.Database.QueryAsync("select 1 from pg_tables where tablename like 'big%'"));
        await project.ApplyAsync(difference);
    }

    [Fact]
    public async Task A_crash_on_SQLite_leaves_the_old_model()
    {
        await using var project = await ModelProject.StartAsync(TestDatabase.Sqlite);
        var (old, difference) = await PrepareAsync(project, 250);
        var interrupted = false;
        for (var wait = 400; wait > 10 && !interrupted; wait /= 2)
        {
            var applying = project.Admin.PostAsync("/schema/apply", difference);
            await Task.WhenAny(applying, Task.Delay(wait));
            await project.Server.Process.KillAsync();
            interrupted = await Record.ExceptionAsync(() => applying) is HttpRequestException;
            await project.Server.RestartAsync();
            if (await project.DiffAsync(old) is { } back) await project.ApplyAsync(back);
        }

        Assert.True(interrupted, "It was always done before.");
        JsonAssert.Same(old, await project.SnapshotAsync());
        Assert.Equal("ok", (await project.Server.Database.QueryAsync("pragma integrity_check"))[0][0]);
    }

    private static async Task<(JsonObject Old, JsonNode Difference)> PrepareAsync(ModelProject project, int collections)
    {
        await project.BecomeAsync(new RandomModel(1).Make(), "before");
        var old = await project.SnapshotAsync();
        var wanted = (JsonObject)old.DeepClone();
        for (var i = 0; i < collections; i++) LargeModel.AddCollection(wanted, $"big{i}", fields: 9);
        return (old, (await project.DiffAsync(wanted))!);
    }

    private static async Task UntilWaitingAsync(NpgsqlConnection connection)
    {
        await using var look = new NpgsqlCommand("select count(*) from pg_locks where not granted and relation = 'directus_relations'::regclass",
            connection);
        await Eventually.TrueAsync(async () => (long)(await look.ExecuteScalarAsync())! > 0, "the server writes the relations");
    }
}
