using System.Data.Common;

namespace Directus.Grpc.TestKit;

/// <summary>A database that belongs to another server.</summary>
public sealed class BorrowedDatabase(FreshDatabase owned) : FreshDatabase
{
    public override IReadOnlyDictionary<string, string> Environment => owned.Environment;

    public override DbConnection Connect() => owned.Connect();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
