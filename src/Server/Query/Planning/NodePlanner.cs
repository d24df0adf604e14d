using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Plans one level of a read and, through its fields, the levels below.</summary>
public sealed class NodePlanner(AccessScope scope)
{
    private static readonly ImmutableArray<FieldSelection> Everything = [new FieldSelection(new FieldPath("*"), [])];

    private int _nodes;

    /// <summary>The level of a collection's own items.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="query">What is asked of its items.</param>
    /// <param name="keys">Keys to limit the answer to; null for no such limit.</param>
    /// <param name="named">Whether the caller names the keys, which takes the right to read them.</param>
    public PlanNode PlanRoot(Collection collection, ItemQuery query, ImmutableArray<object?>? keys, bool named)
    {
        var (source, key) = (new SourceBuilder(collection), collection.PrimaryKey);
        if (keys is not { } wanted) return Plan(source, query, new Link(scope, null, null, 0, null));
        var operand = named ? scope.Operand(source, source.Alias, collection, scope.Field(collection, key.Name)) : new Operand(source.Alias, key);
        return Plan(source, query, new Link(scope, null, new Predicate.In(operand, wanted), 0, null));
    }

    private PlanNode Plan(SourceBuilder source, ItemQuery query, Link link)
    {
        // The keys of a list are a level of their own.
        if (link.Depth > scope.Context.Options.MaxRelationalDepth)
            throw DirectusException.InvalidQuery($"Max relational depth of {scope.Context.Options.MaxRelationalDepth} exceeded");
        // Wildcards multiply with each level: a few letters could ask for millions of statements.
        if (_nodes++ > scope.Context.Options.MaxRelations)
            throw DirectusException.InvalidQuery($"The fields reach into more than {scope.Context.Options.MaxRelations} relations");
        var filters = new FilterPlanner(link.Scope, source);
        var selection = query.Fields.IsEmpty ? Everything : new SelectionPruner(scope).Prune(query.Fields, source.Collection, query);
        var where = Predicate.All(scope.RowFilterOfAny(source, Asked(selection, query)), link.Keys ?? Predicate.True,
            filters.Plan(query.Filter, source.Alias, source.Collection), SearchPlanner.Plan(query.Search, scope, source));
        var outputs = new OutputBuilder();
        foreach (var field in selection) Select(field, selection, source, query, link, outputs);
        // Only what leads nowhere was asked for.
        if (outputs.Count == 0 && link.Column is null) throw link.Scope.Refusal(source.Collection.Name, query.Fields[0].ToString());
        if (outputs.Count > scope.Context.Options.MaxColumns)
            throw DirectusException.InvalidQuery($"The fields are more than {scope.Context.Options.MaxColumns}");
        var order = new SortPlanner(link.Scope, source).Plan(query.Sort);
        var window = QueryWindow.Of(query, scope.Context.Options);
        return new PlanNode
        {
            Source = source.Build(where),
            Outputs = outputs.Build(),
            Order = order,
            Limit = window.Limit,
            Offset = window.Offset,
            Link = link.Column is null ? null : new Operand(source.Alias, link.Column),
        };
    }

    // A row of which the caller may see none of the fields asked for is as good as absent.
    private static string[]? Asked(ImmutableArray<FieldSelection> selection, ItemQuery query) => selection.Any(field => field.IsWildcard)
        ? null
        : [.. selection.Select(field => Step(field.Step, query).FieldName)];

    // What an alias stands for, a function perhaps.
    private static FieldPath Step(FieldPath asked, ItemQuery query) =>
        asked.Function is null && query.Alias.TryGetValue(asked.Name, out var meant) ? PathParser.Step(meant) : asked;

    private void Select(FieldSelection selected, ImmutableArray<FieldSelection> selection, SourceBuilder source, ItemQuery query, Link link,
        OutputBuilder outputs)
    {
        if (selected.IsWildcard)
        {
            SelectAll(selection, source, query, link, outputs);
            return;
        }

        var step = Step(selected.Step, query);
        if (step.Function is null) SelectField(selected.Step.Name, step.Name, selection, source, query, link, outputs);
        else if (selected.Children.IsEmpty || selected.Itself)
        {
            var name = selected.Step.Function is null ? selected.Step.Name : OperandPlanner.NameOf(step);
            outputs.Add(name,
                new PlanOutput.Value(name, new OperandPlanner(link.Scope, source).Resolve(step, source.Alias, source.Collection, compared: false)));
        }
    }

    // Whichever entry comes first has taken along what the others ask of the relation.
    private void SelectField(string name, string meant, ImmutableArray<FieldSelection> selection, SourceBuilder source, ItemQuery query, Link link,
        OutputBuilder outputs)
    {
        var field = link.Scope.Field(source.Collection, meant);
        if (outputs.Find(name) is null or PlanOutput.Value) Output(field, Asked(field, name, selection, query, link), source, query, link, outputs);
    }

    // A wildcard takes what may be seen; `*.*` expands the relations, and of the relation that led here only when backlinks are wanted.
    private void SelectAll(ImmutableArray<FieldSelection> selection, SourceBuilder source, ItemQuery query, Link link, OutputBuilder outputs)
    {
        foreach (var field in source.Collection.Fields)
        {
            if (field.Has(FieldSpecials.NoData) || !scope.Reaches(source.Collection.Name, field.Name)) continue;
            if (field.IsAlias && !LeadsSomewhere(field)) continue;
            if (!outputs.Has(field.Name)) Output(field, Asked(field, field.Name, selection, query, link), source, query, link, outputs);
        }

        // Other names are there to be answered.
        foreach (var name in query.Alias.Keys.Order(StringComparer.Ordinal))
            if (!outputs.Has(name)) Select(new FieldSelection(new FieldPath(name), []), selection, source, query, link, outputs);
    }

    private AskedField Asked(Field field, string name, ImmutableArray<FieldSelection> selection, ItemQuery query, Link link)
    {
        var leadsBack = field.Name == link.Backward && !query.Backlink;
        return new AskedField(name, selection, name == field.Name && !leadsBack && Expandable(field));
    }

    private bool LeadsSomewhere(Field field) =>
        scope.Context.Schema.RelationOfOne(field.Collection, field.Name) is { } relation
        && scope.Reaches(relation.ManyCollection)
            && scope.Reaches(relation.ManyCollection, scope.Context.Schema[relation.ManyCollection].PrimaryKey.Name);

    private bool Expandable(Field field) => field.IsAlias
        || scope.Context.Schema.RelationOfMany(field.Collection, field.Name) is { } relation
            && (relation.OneCollection is { } one ? scope.Reaches(one) : relation.IsAny);

    private void Output(Field field, AskedField asked, SourceBuilder source, ItemQuery query, Link link, OutputBuilder outputs)
    {
        var (schema, name) = (scope.Context.Schema, asked.Name);
        if (field.IsAlias)
        {
            // What lies behind a closed collection is left out: that there is such a field is no secret.
            if (schema.RelationOfOne(field.Collection, field.Name) is { } list && scope.Reaches(list.ManyCollection))
                outputs.Set(name, Many(name, field, list, source, Deep(query, asked), link, asked.IsPlain));
            return;
        }

        if (asked.IsPlain) outputs.Add(name, new PlanOutput.Value(name, scope.Operand(source, source.Alias, source.Collection, field)));
        else if (schema.RelationOfMany(field.Collection, field.Name) is { } relation)
        {
            if (relation.IsAny) outputs.Set(name, Any(field, relation, asked, source, query, link));
            else if (scope.Reaches(relation.OneCollection!)) outputs.Set(name, One(field, relation, asked, source, query, link));
        }
    }

    private static ItemQuery Deep(ItemQuery query, AskedField asked) =>
        query.Deep.GetValueOrDefault(asked.Name, ItemQuery.Default) with { Fields = asked.Below(null), Backlink = query.Backlink };

    private PlanOutput.One One(Field field, Relation relation, AskedField asked, SourceBuilder source, ItemQuery query, Link link)
    {
        var target = scope.Collection(relation.OneCollection!);
        var node = Plan(new SourceBuilder(target), Deep(query, asked) with { Limit = -1, Offset = 0, Page = null },
            new Link(link.Scope.In(asked.Name), target.PrimaryKey, null, link.Depth + 1, relation.OneField));
        return new PlanOutput.One(asked.Name, scope.Operand(source, source.Alias, source.Collection, field), node);
    }

    // `item:articles.title` asks of one of the collections, `item.title` of all that the caller may read.
    private PlanOutput.Any Any(Field field, Relation relation, AskedField asked, SourceBuilder source, ItemQuery query, Link link)
    {
        var name = asked.Name;
        if (relation.OneCollectionField is not { } by) throw link.Scope.Refusal(field.Collection, field.Name);
        var targets = ImmutableArray.CreateBuilder<PlanNode>();
        var keysOf = ImmutableArray.CreateBuilder<PlanNode>();
        foreach (var target in Reachable(relation))
        {
            var isAsked = asked.MeansAllCollections || asked.NamedCollections.Contains(target.Name);
            // Of an item that is not asked for its key is told, when it is there.
            if (!isAsked && !scope.Reaches(target.Name, target.PrimaryKey.Name)) continue;
            var deep = query.Deep.GetValueOrDefault($"{name}:{target.Name}", query.Deep.GetValueOrDefault(name, ItemQuery.Default));
            var below = isAsked ? deep with { Fields = asked.Below(target.Name) } : ItemQuery.Default with { Fields = KeyOf(target) };
            (isAsked ? targets : keysOf).Add(Plan(new SourceBuilder(target),
                below with { Backlink = query.Backlink, Limit = -1, Offset = 0, Page = null },
                    new Link(link.Scope.In(name), target.PrimaryKey, null, link.Depth + 1, null)));
        }

        return new PlanOutput.Any(name, scope.Operand(source, source.Alias, source.Collection, field),
            scope.Operand(source, source.Alias, source.Collection, scope.Field(source.Collection, by)), [.. targets, .. keysOf], targets.Count);
    }

    private IEnumerable<Collection> Reachable(Relation relation)
    {
        foreach (var name in relation.OneAllowedCollections)
            if (scope.Context.Schema.TryGetCollection(name, out var collection) && scope.Reaches(name)) yield return collection;
    }

    private static ImmutableArray<FieldSelection> KeyOf(Collection target) => [new FieldSelection(new FieldPath(target.PrimaryKey.Name), [])];

    private PlanOutput.Many Many(string name, Field field, Relation relation, SourceBuilder source, ItemQuery deep, Link link, bool keysOnly)
    {
        var target = scope.Collection(relation.ManyCollection);
        var foreignKey = target.TryGetField(relation.ManyField, out var found)
            ? found
            : throw DirectusException.Forbidden(target.Name, relation.ManyField);
        var key = scope.ListKey(source, source.Alias, source.Collection, field);
        var shownKey = key.VisibleWhen is null ? null : key;
        if (!deep.Aggregates.IsEmpty || !deep.GroupBy.IsEmpty)
            return new PlanOutput.Many(name, new AggregatePlanner(link.Scope.In(name))
                .PlanBelow(target, deep, foreignKey), KeysOnly: false, shownKey);
        var query = keysOnly ? deep with { Fields = KeyOf(target) } : deep;
        if (query.Sort.IsEmpty && relation.SortField is { } sort && target.TryGetField(sort, out _) && scope.Reaches(target.Name, sort))
            query = query with { Sort = [new SortTerm([new FieldPath(sort)], false)] };
        var node = Plan(new SourceBuilder(target), query,
            new Link(link.Scope.In(name), foreignKey, null, link.Depth + 1, relation.ManyField));
        return new PlanOutput.Many(name, node, keysOnly, shownKey);
    }

    /// <summary>How a level hangs on the one above.</summary>
    /// <param name="Scope">What may be reached, and the way here.</param>
    /// <param name="Column">Column that ties its rows to their parents.</param>
    /// <param name="Keys">Further limits of its rows.</param>
    /// <param name="Depth">Number of levels above.</param>
    /// <param name="Backward">Field of this level that leads back to the one above.</param>
    private sealed record Link(AccessScope Scope, Field? Column, Predicate? Keys, int Depth, string? Backward);
}
