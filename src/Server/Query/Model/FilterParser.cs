using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>Reads filters: JSON → <see cref="FilterNode"/>, for queries of every transport and for stored rules alike.
/// Throws INVALID_QUERY for what is no filter.</summary>
public static class FilterParser
{
    /// <summary>A stored rule: a permission or a validation. Its operands may still be dynamic variables, so their form
    /// is not looked at.</summary>
    public static FilterNode Parse(JsonElement filter) => filter.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        ? FilterNode.All
        : new FilterReader(QueryLimits.Standard, checkOperands: false).Read(filter);

    public static FilterNode Parse(JsonNode? filter) => filter is null ? FilterNode.All : Parse(JsonText.Parse(filter.ToJsonString()));

    /// <summary>The filter of a query.</summary>
    public static FilterNode ParseAsked(JsonElement filter, QueryLimits limits, int above = 0) =>
        new FilterReader(limits, checkOperands: true).Read(filter, above);
}
