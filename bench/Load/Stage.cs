using Directus.Grpc.Bench.Model;
using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Load;

/// <summary>The server on a database of its own that holds the measured collections; all of it is gone when disposed.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(string database, ServerProcess server) => (Database, Server) = (database, server);

    public string Database { get; }

    public ServerProcess Server { get; }

    public static async Task<Stage> StartAsync(string serverFile, int items)
    {
        var database = $"directus_bench_{Environment.ProcessId}";
        await Postgres.CreateDatabaseAsync(database);
        var stage = new Stage(database, OurServer.OnPostgres(serverFile, database));
        try
        {
            using var http = new HttpClient();
            await stage.Server.UntilAnsweredAsync(http, "/server/ping", TimeSpan.FromMilliseconds(50));
            // The collections go with the database.
            await new RemoteModel(stage.Server.Url, OurServer.Token).CreateAsync(items);
            await Postgres.ExecuteAsync(database, "analyze");
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Postgres.DropDatabaseAsync(Database);
    }
}
