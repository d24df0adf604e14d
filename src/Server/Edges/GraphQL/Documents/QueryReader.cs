using System.Collections.Immutable;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>What a field of the root asks for → one <see cref="ItemQuery"/>, with all that is nested in it: relations become
/// `fields` and their arguments `deep`, so that each level is one statement.</summary>
internal sealed class QueryReader(IResolveFieldContext context, QueryLimits limits)
{
    private static readonly string[] Parameters = ["filter", "sort", "limit", "offset", "page", "search", "groupBy"];

    private readonly DocumentReader _document = new(context);
    private readonly Caller _caller = GraphQLCall.Of(context).Caller;

    /// <summary>The query of the field that is being resolved.</summary>
    public ItemQuery Read(CollectionType type) =>
        Below(ReadArguments(type.Collection), type, Sets(), 0);

    /// <summary>The arguments of the field that is being resolved, without what is asked of the items.</summary>
    public ItemQuery ReadArguments(Collection collection) => Parse(context.FieldAst, DocumentReader.Given(context.Arguments), collection, 0);

    /// <summary>The fields of the answer that are asked of the field that is being resolved.</summary>
    public IReadOnlyCollection<AskedField> Asked(IObjectGraphType type) => _document.Fields(Sets(), type);

    public IReadOnlyCollection<AskedField> Asked(AskedField field, IObjectGraphType type) => _document.Fields(field.Sets, type);

    private IEnumerable<GraphQLSelectionSet> Sets() => context.FieldAst.SelectionSet is { } set ? [set] : [];

    private ItemQuery Parse(GraphQLField asked, IReadOnlyDictionary<string, object?> arguments, Collection collection, int above)
    {
        new FilterVariables(context).Require(asked);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in Parameters)
            if (arguments.TryGetValue(name, out var value))
                given[name] = name == "filter" ? new FilterNames(_caller.Schema).Translate(value, collection) : value;
        return ItemQueryParser.Parse(ArgumentJson.Of(given, context), limits, above);
    }

    private ItemQuery Below(ItemQuery query, CollectionType type, IEnumerable<GraphQLSelectionSet> sets, int depth)
    {
        var fields = ImmutableArray.CreateBuilder<FieldSelection>();
        var alias = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var deep = ImmutableDictionary.CreateBuilder<string, ItemQuery>(StringComparer.Ordinal);
        foreach (var asked in _document.Fields(sets, type))
        {
            var name = RelatedField.PropertyOf(asked.First);
            switch (type.Fields.Find(asked.Name))
            {
                case ValueField value:
                    fields.Add(new FieldSelection(new FieldPath(value.Field.Name), []));
                    break;
                case FunctionsField functions:
                    foreach (var function in Asked(asked, (IObjectGraphType)functions.ResolvedType!).Where(function => !IsMeta(function)))
                        fields.Add(new FieldSelection(new FieldPath(functions.Field.Name, Function: function.Name), []));
                    break;
                case RelatedField related:
                    if (name != asked.Name) alias[name] = asked.Name;
                    var below = Below(Parse(asked.First, _document.Arguments(asked.First), related.Target.Collection, depth + 1), related.Target,
                        asked.Sets, depth + 1);
                    fields.Add(new FieldSelection(new FieldPath(name), below.Fields));
                    deep[name] = below;
                    break;
                case AnyField any:
                    if (name != asked.Name) alias[name] = asked.Name;
                    Add(any, name, asked, depth, fields, deep);
                    break;
            }
        }

        // Of an item of which only the type is asked for, something has to be read that shows that it is there.
        if (fields.Count == 0) fields.Add(new FieldSelection(new FieldPath(Plainest(type).Name), []));
        return query with { Fields = fields.DrainToImmutable(), Alias = alias.ToImmutable(), Deep = deep.ToImmutable() };
    }

    private void Add(AnyField any, string name, AskedField asked, int depth, ImmutableArray<FieldSelection>.Builder fields,
        ImmutableDictionary<string, ItemQuery>.Builder deep)
    {
        fields.Add(new FieldSelection(new FieldPath(any.CollectionField), []));
        var before = fields.Count;
        foreach (var target in any.Targets)
        {
            if (_document.Fields(asked.Sets, target).All(IsMeta)) continue;
            var below = Below(ItemQuery.Default, target, asked.Sets, depth + 1);
            fields.Add(new FieldSelection(new FieldPath(name, Scope: target.Collection.Name), below.Fields));
            deep[$"{name}:{target.Collection.Name}"] = below;
        }

        if (fields.Count == before) fields.Add(new FieldSelection(new FieldPath(name), []));
    }

    private static Schema.Field Plainest(CollectionType type)
    {
        var values = type.Fields.OfType<ValueField>().Select(value => value.Field).Where(field => !field.IsAlias).ToList();
        return values.Find(field => field.Column!.PrimaryKey) ?? values.FirstOrDefault()
            ?? type.Fields.OfType<ItemField>().Select(field => field.Field).FirstOrDefault(field => !field.IsAlias) ?? type.Collection.PrimaryKey;
    }

    private static bool IsMeta(AskedField field) => field.Name.StartsWith("__", StringComparison.Ordinal);
}
