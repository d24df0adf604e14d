using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>A value: a column, or a relation of which the caller sees the key alone.</summary>
internal sealed class ValueField : ItemField
{
    private readonly CellForm _form;

    public ValueField(Field field, IGraphType type, CellForm form) : base(field.Name, field)
    {
        _form = form;
        ResolvedType = type;
        Description = (string?)field.Meta?["note"];
    }

    protected override object? Resolve(IResolveFieldContext context, Row row) => Cell.Of(row[Field.Name], _form);
}
