using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>What functions of a field answer, and the rules about it in a filter.</summary>
internal static class FunctionTypes
{
    public static readonly string[] OfDate = ["year", "month", "week", "day", "weekday"];
    public static readonly string[] OfTime = ["hour", "minute", "second"];

    public static ObjectGraphType Count(TypeSet types) => Make("count_functions", ["count"], types);

    public static ObjectGraphType Date(TypeSet types) => Make("date_functions", OfDate, types);

    public static ObjectGraphType Time(TypeSet types) => Make("time_functions", OfTime, types);

    public static ObjectGraphType DateTime(TypeSet types) => Make("datetime_functions", [.. OfDate, .. OfTime], types);

    private static ObjectGraphType Make(string name, string[] functions, TypeSet types) => types.Once(name, () =>
    {
        var type = new ObjectGraphType { Name = name };
        foreach (var function in functions)
        {
            type.AddField(new GraphField
            {
                Name = function,
                ResolvedType = types.Int,
                Resolver = new FuncFieldResolver<object?>(context => Cell.Of(((FunctionValues)context.Source!)[function], CellForm.Whole)),
            });
        }

        return type;
    });
}
