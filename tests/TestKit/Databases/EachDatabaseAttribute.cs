using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Directus.Grpc.TestKit;

/// <summary>Runs a theory once on each kind of database: <c>[Theory, EachDatabase]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new(TestDatabase.All.Select(database => (ITheoryDataRow)new TheoryDataRow<TestDatabase>(database)).ToList());

    public override bool SupportsDiscoveryEnumeration() => false;
}
