using Directus.Grpc.TestKit;

[assembly: AssemblyFixture(typeof(SharedServers))]
