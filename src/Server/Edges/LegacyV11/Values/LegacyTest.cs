using System.Collections.Immutable;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>One condition of a filter: an operator of API v1.1 with its values.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Name">As it was spelled.</param>
/// <param name="Values">What it is compared with; one text for all but lists and ranges.</param>
internal sealed record LegacyTest(LegacyOperator Operator, string Name, ImmutableArray<string> Values)
{
    public string Value => Values.IsEmpty ? "" : Values[0];
}
