using System.Text.Json;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The values of functions of one field of an item, which the engine names `date_year`.</summary>
internal sealed record FunctionValues(Row Row, string Field)
{
    public JsonElement this[string function] => Row[$"{Field}_{function}"];
}
