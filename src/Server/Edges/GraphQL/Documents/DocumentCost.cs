using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>What a part of a document comes to once its fragments are spread.</summary>
/// <param name="Fields">Fields of the answer, of one row each.</param>
/// <param name="Sets">Fields that have fields of their own: each may cost a statement.</param>
/// <param name="Depth">Fields within fields.</param>
/// <param name="Lists">Lists within lists, where it is about the schema.</param>
internal readonly record struct DocumentCost(long Fields, long Sets, int Depth, int Lists)
{
    // Far beyond every bound: sums of sums stay a number.
    private const long Most = int.MaxValue;

    public DocumentCost Beside(DocumentCost other) => new(Math.Min(Fields + other.Fields, Most), Math.Min(Sets + other.Sets, Most),
        Math.Max(Depth, other.Depth), Math.Max(Lists, other.Lists));

    public DocumentCost Below(GraphQLField field) => new(Math.Min(Fields + 1, Most), Math.Min(Sets + 1, Most), Depth + 1,
        Lists + (IsListOfSchema(field) ? 1 : 0));

    private static bool IsListOfSchema(GraphQLField field) => field.Name.StringValue is "fields" or "interfaces" or "possibleTypes" or "inputFields";
}
