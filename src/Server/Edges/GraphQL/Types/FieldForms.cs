using Directus.Grpc.Server.Edges.GraphQL.Scalars;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;
using FieldType = Directus.Grpc.Server.Schema.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types by which GraphQL knows the types of fields.</summary>
internal static class FieldForms
{
    public static IGraphType Of(Field field, TypeSet types)
    {
        if (field.Type.IsGeometry()) return types.GeoJson;
        if (field.Column is { IsArray: true }) return types.Json;
        return field.Type switch
        {
            FieldType.Boolean => types.Flag,
            FieldType.BigInteger => types.BigInt,
            FieldType.Integer => types.Int,
            FieldType.Decimal or FieldType.Float => types.Float,
            FieldType.Csv => new ListGraphType(types.Text),
            FieldType.Json => types.Json,
            FieldType.Date or FieldType.Time or FieldType.DateTime or FieldType.Timestamp => types.Date,
            FieldType.Hash => types.Hash,
            _ when field.Has(FieldSpecials.Conceal) => types.Hash,
            FieldType.Uuid => types.Id,
            _ => types.Text,
        };
    }

    public static CellForm FormOf(IGraphType type) => type switch
    {
        IntGraphType => CellForm.Whole,
        FloatGraphType => CellForm.Number,
        BooleanGraphType => CellForm.Flag,
        ListGraphType => CellForm.Texts,
        Scalars.AnyScalar => CellForm.Any,
        _ => CellForm.Text,
    };
}
