using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

public sealed class RecordedCasesOnSqlite(RecordedCasesOnSqlite.Server server, Ratchet ratchet, VerdictReport report)
    : RecordedCases(server, ratchet, report), IClassFixture<RecordedCasesOnSqlite.Server>
{
    public sealed class Server() : ReplayServer(TestDatabase.Sqlite);
}
