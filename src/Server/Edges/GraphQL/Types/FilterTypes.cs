using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types of filters: one for each collection, with the fields that the caller may read.</summary>
internal sealed class FilterTypes(TypeSet types, VisibleSchema visible)
{
    private readonly Dictionary<string, InputObjectGraphType> _byCollection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputObjectGraphType> _quantified = new(StringComparer.Ordinal);
    private readonly OperatorTypes _operators = new(types);

    public InputObjectGraphType Of(Collection collection)
    {
        if (_byCollection.TryGetValue(collection.Name, out var known)) return known;
        var filter = new InputObjectGraphType { Name = types.FreeName(collection.Name + "_filter") };
        // Known before its fields are: relations lead back.
        _byCollection.Add(collection.Name, types.Add(filter));
        AddFields(filter, collection, filter);
        return filter;
    }

    private void AddFields(InputObjectGraphType type, Collection collection, InputObjectGraphType terms)
    {
        foreach (var field in visible.Fields(collection).Where(field => Names.Fit(field.Name))) AddField(type, collection, field);
        Add(type, FilterWords.And, new ListGraphType(terms));
        Add(type, FilterWords.Or, new ListGraphType(terms));
    }

    private void AddField(InputObjectGraphType filter, Collection collection, Field field)
    {
        if (visible.ToMany(field) is { } many) Add(filter, field.Name, Quantified(visible.Schema[many.ManyCollection]));
        else if (visible.ToOne(field) is { } one) AddToOne(filter, field, one);
        else if (!field.IsAlias) Add(filter, field.Name, _operators.Of(field));
        var name = field.Name + FunctionsField.Suffix;
        if (collection.TryGetField(name, out _)) return;
        if (_operators.OfFunctions(field, visible.ToMany(field) is not null) is { } functions) Add(filter, name, functions);
    }

    private void AddToOne(InputObjectGraphType filter, Field field, Relation relation)
    {
        if (relation.OneCollection is { } one)
        {
            Add(filter, field.Name, Of(visible.Schema[one]));
            return;
        }

        foreach (var target in visible.Targets(relation).Where(Names.Fit)) Add(filter, $"{field.Name}__{target}", Of(visible.Schema[target]));
    }

    // A list's own filter says the same as `_some` of it.
    private InputObjectGraphType Quantified(Collection collection)
    {
        if (_quantified.TryGetValue(collection.Name, out var known)) return known;
        var type = new InputObjectGraphType { Name = types.FreeName(collection.Name + "_quantifier_filter") };
        _quantified.Add(collection.Name, types.Add(type));
        AddFields(type, collection, Of(collection));
        Add(type, FilterWords.Some, Of(collection));
        Add(type, FilterWords.None, Of(collection));
        return type;
    }

    private static void Add(InputObjectGraphType type, string name, IGraphType of)
    {
        if (!type.HasField(name)) type.AddField(new GraphField { Name = name, ResolvedType = of });
    }
}
