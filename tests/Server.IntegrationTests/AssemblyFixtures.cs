using Directus.Grpc.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedServers))]
