using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The arguments of everything that answers items.</summary>
internal static class ListArguments
{
    public static QueryArguments Of(TypeSet types, IGraphType filter) => new(
        new QueryArgument(filter) { Name = "filter" },
        new QueryArgument(new ListGraphType(types.Text)) { Name = "sort" },
        new QueryArgument(types.Int) { Name = "limit" },
        new QueryArgument(types.Int) { Name = "offset" },
        new QueryArgument(types.Int) { Name = "page" },
        new QueryArgument(types.Text) { Name = "search" });
}
