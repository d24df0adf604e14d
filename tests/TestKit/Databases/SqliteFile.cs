using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.TestKit;

internal sealed class SqliteFile(string path) : FreshDatabase
{
    public override IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DB_CLIENT"] = "sqlite3",
        ["DB_FILENAME"] = path,
    };

    // Without a pool no handle outlives the test, so the folder can be deleted.
    public override DbConnection Connect() => new SqliteConnection($"Data Source={path};Pooling=False");

    // The file goes with its folder.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
