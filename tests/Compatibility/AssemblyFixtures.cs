using Directus.Grpc.Compatibility;
using Directus.Grpc.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedServers))]
[assembly: AssemblyFixture(typeof(Ratchet))]
[assembly: AssemblyFixture(typeof(VerdictReport))]
