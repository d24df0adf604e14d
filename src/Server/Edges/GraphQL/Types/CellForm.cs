namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The form that a scalar's values have in an answer.</summary>
internal enum CellForm
{
    Text,
    Whole,
    Number,
    Flag,
    Texts,
    Any,
}
