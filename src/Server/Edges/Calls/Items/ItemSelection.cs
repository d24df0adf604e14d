using System.Text.Json;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Which items the body of a call means, and what to do with them.</summary>
/// <param name="Keys">Primary keys; null when none were given.</param>
/// <param name="Query">A query; null when none was given.</param>
/// <param name="Data">The fields to change; undefined where there is nothing to change.</param>
internal readonly record struct ItemSelection(IReadOnlyList<JsonElement>? Keys, ItemQuery? Query, JsonElement Data);
