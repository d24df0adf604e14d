using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>One permission to read: on the rows that match the filter, these fields; every field when there is none named.</summary>
internal sealed record Rule(string Collection, JsonObject Filter, string[] Fields)
{
    public bool Grants(string field) => Fields.Length == 0 || Fields.Contains(field);

    public override string ToString() => $"{Collection} {Filter.ToJsonString()} {string.Join(',', Fields)}";
}
