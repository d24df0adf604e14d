using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>`date_func { year }`: what functions make of a field.</summary>
internal sealed class FunctionsField : ItemField
{
    public const string Suffix = "_func";

    public FunctionsField(Field field, IGraphType type) : base(field.Name + Suffix, field) => ResolvedType = type;

    protected override object? Resolve(IResolveFieldContext context, Row row) => new FunctionValues(row, Field.Name);
}
