using Directus.Grpc.Server.Kernel;
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

    protected override object? Resolve(IResolveFieldContext context, Row row)
    {
        var value = Cell.Of(row[Field.Name], _form);
        if (value is null && Field.Column is { PrimaryKey: true } && ResolvedType is NonNullGraphType) throw NoKeyYet();
        return value;
    }

    private static DirectusException NoKeyYet() => new(ErrorCodes.UnprocessableContent,
        "An item that is new in a version has no key yet: ask for it without, or for the item \"by_version\"");
}
