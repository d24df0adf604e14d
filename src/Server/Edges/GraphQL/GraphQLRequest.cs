using System.Text.Json;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>What was sent: a document, its variables and which of its operations is meant.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">A JSON object; undefined for none.</param>
/// <param name="OperationName">Null when the document has one operation only.</param>
/// <param name="ReadOnly">Whether it came by GET, by which nothing is changed.</param>
internal sealed record GraphQLRequest(string Query, JsonElement Variables, string? OperationName, bool ReadOnly);
