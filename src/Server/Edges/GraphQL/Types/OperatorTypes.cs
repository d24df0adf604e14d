using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The operators that a filter may use on a field.</summary>
internal sealed class OperatorTypes(TypeSet types)
{
    public InputObjectGraphType Of(Field field)
    {
        var type = FieldForms.Of(field, types);
        if (ReferenceEquals(type, types.Flag)) return Make("boolean", FieldFamily.Flag, types.Flag);
        if (ReferenceEquals(type, types.GeoJson)) return Make("geometry", FieldFamily.Shape, types.GeoJson);
        if (ReferenceEquals(type, types.Int) || ReferenceEquals(type, types.Float)) return Numbers();
        if (ReferenceEquals(type, types.BigInt)) return Make("big_int", FieldFamily.Number, types.BigInt);
        if (ReferenceEquals(type, types.Date)) return Make("date", FieldFamily.Time, types.Text, types.StringOrFloat);
        if (ReferenceEquals(type, types.Id)) return Make("id", FieldFamily.Id, types.Id);
        return ReferenceEquals(type, types.Hash) ? Make("hash", FieldFamily.Masked, types.Text) : Make("string", FieldFamily.Text, types.Text);
    }

    /// <summary>Rules about functions of a field; null when there are none for it.</summary>
    public InputObjectGraphType? OfFunctions(Field field, bool list) => FunctionTypes.Shown(field, list) is not var (kind, functions)
        ? null
        : types.Once($"{kind}_function_filter_operators",
        () =>
        {
            var type = new InputObjectGraphType { Name = $"{kind}_function_filter_operators" };
            foreach (var function in functions) type.AddField(new GraphField { Name = function.Name, ResolvedType = Numbers() });
            return type;
        });

    private InputObjectGraphType Numbers() => Make("number", FieldFamily.Number, types.StringOrFloat);

    private InputObjectGraphType Make(string kind, FieldFamily family, IGraphType value, IGraphType? bound = null) =>
        types.Once($"{kind}_filter_operators",
    () =>
    {
        var type = new InputObjectGraphType { Name = $"{kind}_filter_operators" };
        foreach (var shown in FilterOperators.All.Where(known => known.IsShownOn(family)))
        {
            type.AddField(new GraphField
            {
                Name = shown.Name,
                ResolvedType = shown.Operand switch
                {
                    OperandForm.Flag => types.Flag,
                    OperandForm.List => new ListGraphType(value),
                    OperandForm.Range => new ListGraphType(bound ?? value),
                    _ => value,
                },
            });
        }

        return type;
    });
}
