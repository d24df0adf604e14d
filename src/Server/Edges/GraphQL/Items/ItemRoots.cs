using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Adds to the roots of a schema what there is to do with the items of collections.</summary>
internal sealed class ItemRoots(ItemQueries queries, ItemMutations mutations)
{
    /// <param name="root">The root of queries.</param>
    /// <param name="types">The types of the schema.</param>
    /// <param name="read">The types of items.</param>
    /// <param name="visible">What the caller may read.</param>
    /// <param name="shown">The collections with the names that they have here.</param>
    public void AddQueries(ObjectGraphType root, TypeSet types, ReadTypes read, VisibleSchema visible,
        IReadOnlyList<(string Name, CollectionType Type)> shown)
    {
        // A collection comes before what is made of another's name.
        foreach (var (name, type) in shown) AddList(root, types, read, name, type);
        AddVersions(root, types, visible, shown);
        var aggregates = new AggregateTypes(types, visible);
        foreach (var (name, type) in shown.Where(entry => !entry.Type.Collection.Singleton))
        {
            Add(root, $"{name}_by_id", type, [Required("id", types.Id), Optional("version", types.Text)], context => queries.GetAsync(context, type));
            var groups = aggregates.Of(type.Collection);
            var arguments = ListArguments.Of(types, read.Filters.Of(type.Collection));
            arguments.Add(Optional("groupBy", new ListGraphType(types.Text)));
            Add(root, $"{name}_aggregated", ListOf(groups), [.. arguments], context => queries.AggregateAsync(context, groups));
        }
    }

    /// <param name="root">The root of mutations.</param>
    /// <param name="types">The types of the schema.</param>
    /// <param name="read">The types of items.</param>
    /// <param name="inputs">What the caller may write.</param>
    /// <param name="nameOf">The name of a collection here; null for none.</param>
    public void AddMutations(ObjectGraphType root, TypeSet types, ReadTypes read, ItemInputs inputs, Func<Collection, string?> nameOf)
    {
        foreach (var collection in inputs.Created.Where(collection => !collection.Singleton))
            if (nameOf(collection) is { } name) AddCreate(root, types, read, collection, name, inputs.ForCreate(collection));
        foreach (var collection in inputs.Updated)
            if (nameOf(collection) is { } name) AddUpdate(root, types, read, collection, name, inputs.ForUpdate(collection));
        foreach (var collection in inputs.Deleted.Where(collection => !collection.Singleton))
            if (nameOf(collection) is { } name) AddDelete(root, types, collection, name);
    }

    private void AddList(ObjectGraphType root, TypeSet types, ReadTypes read, string name, CollectionType type)
    {
        if (type.Collection.Singleton) Add(root, name, type, [Optional("version", types.Text)], context => queries.ListAsync(context, type));
        else Add(root, name, ListOf(type), [.. ListArguments.Of(types, read.Filters.Of(type.Collection))],
            context => queries.ListAsync(context, type));
    }

    private void AddVersions(ObjectGraphType root, TypeSet types, VisibleSchema visible, IReadOnlyList<(string Name, CollectionType Type)> shown)
    {
        var versions = new VersionTypes(types, visible);
        foreach (var (name, type) in shown)
        {
            if (versions.Of(type.Collection) is not { } version) continue;
            QueryArgument[] item = type.Collection.Singleton ? [] : [Required("id", types.Id)];
            Add(root, $"{name}_by_version", version, [Required("version", types.Text), .. item],
                context => queries.GetVersionAsync(context, type.Collection, version));
        }
    }

    private void AddCreate(ObjectGraphType root, TypeSet types, ReadTypes read, Collection collection, string name, InputObjectGraphType input)
    {
        var shown = read.Find(collection.Name);
        Add(root, $"create_{name}_items", Many(shown, types), [.. Arguments(types, read, shown), Optional("data", ListOfRequired(input))],
            context => mutations.CreateManyAsync(context, collection.Name, shown));
        Add(root, $"create_{name}_item", One(shown, types), [Required("data", input)],
            context => mutations.CreateOneAsync(context, collection.Name, shown));
    }

    private void AddUpdate(ObjectGraphType root, TypeSet types, ReadTypes read, Collection collection, string name, InputObjectGraphType input)
    {
        var shown = read.Find(collection.Name);
        if (collection.Singleton)
        {
            Add(root, $"update_{name}", One(shown, types), [Required("data", input)],
                context => mutations.UpdateSingletonAsync(context, collection.Name, shown));
            return;
        }

        Add(root, $"update_{name}_items", Many(shown, types),
            [.. Arguments(types, read, shown), Required("ids", new ListGraphType(types.Id)), Required("data", input)],
            context => mutations.UpdateManyAsync(context, collection.Name, shown));
        Add(root, $"update_{name}_batch", Many(shown, types), [.. Arguments(types, read, shown), Optional("data", ListOfRequired(input))],
            context => mutations.UpdateEachAsync(context, collection.Name, shown));
        Add(root, $"update_{name}_item", One(shown, types), [Required("id", types.Id), Required("data", input)],
            context => mutations.UpdateOneAsync(context, collection.Name, shown));
    }

    private void AddDelete(ObjectGraphType root, TypeSet types, Collection collection, string name)
    {
        Add(root, $"delete_{name}_items", DeletedTypes.Many(types), [Required("ids", new ListGraphType(types.Id))],
            context => mutations.DeleteManyAsync(context, collection.Name));
        Add(root, $"delete_{name}_item", DeletedTypes.One(types), [Required("id", types.Id)],
            context => mutations.DeleteOneAsync(context, collection.Name));
    }

    private static void Add(ObjectGraphType root, string name, IGraphType type,
        IReadOnlyList<QueryArgument> arguments, Func<IResolveFieldContext, Task<object?>> resolve)
    {
        if (root.HasField(name)) return;
        root.AddField(new GraphField
        {
            Name = name,
            ResolvedType = type,
            Arguments = new QueryArguments(arguments),
            Resolver = new FuncFieldResolver<object?>(context => new ValueTask<object?>(resolve(context))),
        });
    }

    private static QueryArguments Arguments(TypeSet types, ReadTypes read, CollectionType? shown) =>
        shown is null ? new QueryArguments() : ListArguments.Of(types, read.Filters.Of(shown.Collection));

    private static IGraphType One(CollectionType? shown, TypeSet types) => shown is null ? types.Flag : shown;

    private static IGraphType Many(CollectionType? shown, TypeSet types) => shown is null ? types.Flag : ListOf(shown);

    private static NonNullGraphType ListOf(IGraphType type) => new(ListOfRequired(type));

    private static ListGraphType ListOfRequired(IGraphType type) => new(new NonNullGraphType(type));

    private static QueryArgument Required(string name, IGraphType type) => new(new NonNullGraphType(type)) { Name = name };

    private static QueryArgument Optional(string name, IGraphType type) => new(type) { Name = name };
}
