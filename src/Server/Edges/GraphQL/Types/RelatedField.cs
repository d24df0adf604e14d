using System.Text.Json;
using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The item that a field refers to, or the items that it lists.</summary>
internal sealed class RelatedField : ItemField
{
    public RelatedField(Field field, CollectionType target, bool list) : base(field.Name, field)
    {
        Target = target;
        ResolvedType = list ? new ListGraphType(target) : target;
        Description = (string?)field.Meta?["note"];
    }

    public CollectionType Target { get; }

    /// <summary>The name by which the engine answers the relation. Under an alias it is one that no field has: two aliases
    /// are two lists, and an alias may be the name of another field.</summary>
    public static string PropertyOf(GraphQLField asked) =>
        asked.Alias is { } alias ? $"{alias.Name.StringValue} {asked.Name.StringValue}" : asked.Name.StringValue;

    protected override object? Resolve(IResolveFieldContext context, Row row)
    {
        var value = row[PropertyOf(context.FieldAst)];
        return value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Array when ResolvedType is ListGraphType => Row.ListOf(value),
            _ => new Row(value),
        };
    }
}
