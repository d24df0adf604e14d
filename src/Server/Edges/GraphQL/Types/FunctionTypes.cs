using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Schema;
using GraphQL.Resolvers;
using GraphQL.Types;
using FieldType = Directus.Grpc.Server.Schema.FieldType;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>What functions of a field answer.</summary>
internal static class FunctionTypes
{
    /// <summary>The type of what functions make of the field; null when there are none for it.</summary>
    public static ObjectGraphType? Of(Field field, bool list, TypeSet types) =>
        Shown(field, list) is var (kind, functions) ? types.Once($"{kind}_functions", () => Make($"{kind}_functions", functions, types)) : null;

    /// <summary>The functions that are shown of the field, and how their types are called; null when there are none.</summary>
    public static (string Kind, ImmutableArray<FieldFunction> Functions)? Shown(Field field, bool list) => field switch
    {
        _ when list => ("count", [FieldFunctions.Count]),
        { Type: FieldType.Json } => ("count", FieldFunctions.Of(FieldType.Json)),
        { Masked: true } => null,
        { Type: FieldType.Date } => ("date", FieldFunctions.Of(FieldType.Date)),
        { Type: FieldType.Time } => ("time", FieldFunctions.Of(FieldType.Time)),
        { Type: FieldType.DateTime or FieldType.Timestamp } => ("datetime", FieldFunctions.Of(FieldType.DateTime)),
        _ => null,
    };

    private static ObjectGraphType Make(string name, ImmutableArray<FieldFunction> functions, TypeSet types)
    {
        var type = new ObjectGraphType { Name = name };
        foreach (var function in functions)
        {
            type.AddField(new GraphField
            {
                Name = function.Name,
                ResolvedType = types.Int,
                Resolver = new FuncFieldResolver<object?>(context => Cell.Of(((FunctionValues)context.Source!)[function.Name], CellForm.Whole)),
            });
        }

        return type;
    }
}
