using System.Text.Json;
using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The item of a many-to-any, of the collection that a field beside it names.</summary>
internal sealed class AnyField : ItemField
{
    public AnyField(Field field, string collectionField, UnionGraphType type, IReadOnlyList<CollectionType> targets) : base(field.Name, field)
    {
        CollectionField = collectionField;
        Targets = targets;
        ResolvedType = type;
    }

    /// <summary>The field that names the collection.</summary>
    public string CollectionField { get; }

    public IReadOnlyList<CollectionType> Targets { get; }

    // Of a collection that the caller does not see there is nothing to show.
    protected override object? Resolve(IResolveFieldContext context, Row row)
    {
        var (value, collection) = (row[RelatedField.PropertyOf(context.FieldAst)], row[CollectionField]);
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || collection.ValueKind != JsonValueKind.String) return null;
        var name = collection.GetString()!;
        return Targets.Any(target => target.Collection.Name == name) ? new Row(value, name) : null;
    }
}
