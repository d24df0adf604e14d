using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

public sealed class RecordedCasesOnPostgres(RecordedCasesOnPostgres.Server server, Ratchet ratchet, VerdictReport report)
    : RecordedCases(server, ratchet, report), IClassFixture<RecordedCasesOnPostgres.Server>
{
    public sealed class Server() : ReplayServer(TestDatabase.Postgres);
}
