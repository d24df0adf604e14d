using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A question that names what its caller may not see, somewhere.</summary>
/// <param name="Slot">The part of the query that names it.</param>
/// <param name="Operand">What it names.</param>
/// <param name="Collection">Where it asks.</param>
/// <param name="Query">The query, as JSON.</param>
internal sealed record Probe(string Slot, string Operand, string Collection, JsonObject Query)
{
    /// <summary>Key of the one item that is asked for; null for a list.</summary>
    public string? Key { get; init; }

    /// <summary>Format of the export, which REST alone has.</summary>
    public string? Export { get; init; }

    public override string ToString() => $"{Slot} of {Operand} in {Collection} {Key}: {Query.ToJsonString()} {Export}";
}
