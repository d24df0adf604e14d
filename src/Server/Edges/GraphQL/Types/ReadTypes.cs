using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types of items, with the fields and relations that the caller may read.</summary>
internal sealed class ReadTypes
{
    private readonly TypeSet _types;
    private readonly VisibleSchema _visible;
    private readonly FilterTypes _filters;
    private readonly Dictionary<string, CollectionType> _byCollection = new(StringComparer.Ordinal);

    public ReadTypes(TypeSet types, VisibleSchema visible)
    {
        (_types, _visible) = (types, visible);
        _filters = new FilterTypes(types, visible);
        foreach (var collection in visible.Collections.Where(collection => types.IsFree(collection.Name)))
            _byCollection.Add(collection.Name, types.Add(new CollectionType(collection)));
        foreach (var type in _byCollection.Values)
        {
            AddFields(type);
            // The language has no type without fields.
            if (type.Fields.Count == 0)
                type.AddField(new GraphField { Name = "_empty", ResolvedType = types.Void, Resolver = new FuncFieldResolver<object?>(_ => null) });
        }
    }

    public IEnumerable<CollectionType> All => _byCollection.Values;

    public FilterTypes Filters => _filters;

    public CollectionType? Find(string collection) => _byCollection.GetValueOrDefault(collection);

    private void AddFields(CollectionType type)
    {
        foreach (var field in _visible.Fields(type.Collection).Where(field => Names.Fit(field.Name)))
        {
            if ((Relation(type, field) ?? Value(field)) is not { } shown) continue;
            type.AddField(shown);
            var name = field.Name + FunctionsField.Suffix;
            if (type.Collection.TryGetField(name, out _)) continue;
            if (FunctionTypes.Of(field, _visible.ToMany(field) is not null, _types) is { } functions)
                type.AddField(new FunctionsField(field, functions));
        }
    }

    private ItemField? Relation(CollectionType type, Field field)
    {
        if (_visible.ToMany(field) is { } many && Find(many.ManyCollection) is { } items)
            return WithArguments(new RelatedField(field, items, list: true), items);
        if (_visible.ToOne(field) is not { } one) return null;
        if (one.OneCollection is { } target) return Find(target) is { } item ? WithArguments(new RelatedField(field, item, list: false), item) : null;
        return Any(type, field, one);
    }

    private AnyField? Any(CollectionType type, Field field, Relation relation)
    {
        var targets = _visible.Targets(relation).Select(Find).OfType<CollectionType>().ToList();
        if (targets.Count == 0) return null;
        var name = _types.FreeName($"{type.Name}_{field.Name}_union");
        var union = new UnionGraphType { Name = name, ResolveType = row => targets.Find(target => target.Collection.Name == ((Row)row).Collection) };
        foreach (var target in targets) union.AddPossibleType(target);
        return new AnyField(field, relation.OneCollectionField!, _types.Add(union), targets);
    }

    private RelatedField WithArguments(RelatedField field, CollectionType target)
    {
        field.Arguments = ListArguments.Of(_types, _filters.Of(target.Collection));
        return field;
    }

    // What is neither a value nor a relation only divides a form.
    private ValueField? Value(Field field)
    {
        if (field.IsAlias) return null;
        // A singleton that nobody has written to has no key yet.
        if (field.Column is { PrimaryKey: true }) return new ValueField(field, IsSure(field) && !_visible.Schema[field.Collection].Singleton
            ? new NonNullGraphType(_types.Id)
            : _types.Id, CellForm.Text);
        var type = FieldForms.Of(field, _types);
        var needed = field.Column is { Nullable: false } column && (!column.HasDefault || column.Default is false) && !IsMade(field) && IsSure(field);
        return new ValueField(field, needed ? new NonNullGraphType(type) : type, FieldForms.FormOf(type));
    }

    private static bool IsMade(Field field) =>
        field.Has(FieldSpecials.Uuid) || field.Has(FieldSpecials.DateCreated) || field.Has(FieldSpecials.UserCreated)
        || field.Has(FieldSpecials.DateUpdated) || field.Has(FieldSpecials.UserUpdated);

    // Where only some rows show the field, it is null on the others; permissions of the app itself are on no row and have no key.
    private bool IsSure(Field field) =>
        _visible.HasAlways(field) && field is not { Collection: SystemCollections.Permissions, Column.PrimaryKey: true };
}
