using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Reads what a validated document asks for below a field, with fragments spread, directives heard and arguments
/// coerced.</summary>
internal sealed class DocumentReader(IResolveFieldContext context)
{
    private readonly IExecutionContext _execution = context.ExecutionContext;

    /// <summary>The fields asked of a type, in their order.</summary>
    public IReadOnlyCollection<AskedField> Fields(IEnumerable<GraphQLSelectionSet> sets, IObjectGraphType type)
    {
        var found = new OrderedDictionary<string, AskedField>(StringComparer.Ordinal);
        foreach (var set in sets) Collect(set, type, found, []);
        return found.Values;
    }

    /// <summary>The arguments that were given, by name.</summary>
    public IReadOnlyDictionary<string, object?> Arguments(GraphQLField field) =>
        Given(_execution.ArgumentValues?.TryGetValue(field, out var values) == true ? values : null);

    public static IReadOnlyDictionary<string, object?> Given(IDictionary<string, ArgumentValue>? values)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values ?? new Dictionary<string, ArgumentValue>())
            if (value.Source != ArgumentSource.FieldDefault) given[name] = value.Value;
        return given;
    }

    private void Collect(GraphQLSelectionSet set, IObjectGraphType type, OrderedDictionary<string, AskedField> found, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case GraphQLField field:
                    Add(field, found);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, found, spread);
                    break;
                case GraphQLFragmentSpread named when spread.Add(named.FragmentName.Name.StringValue):
                    if (Fragment(named) is { } fragment && Applies(fragment.TypeCondition, type))
                        Collect(fragment.SelectionSet, type, found, spread);
                    break;
            }
        }
    }

    private static void Add(GraphQLField field, OrderedDictionary<string, AskedField> found)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        if (!found.TryGetValue(key, out var asked)) found.Add(key, asked = new AskedField(field, []));
        if (field.SelectionSet is { } below) asked.Sets.Add(below);
    }

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) => _execution.Document.Definitions.OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type)
    {
        if (condition is null || condition.Type.Name.Value == type.Name) return true;
        return _execution.Schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType wider && wider.IsPossibleType(type);
    }

    private bool IsIncluded(ASTNode selection)
    {
        if (_execution.DirectiveValues?.TryGetValue(selection, out var directives) != true || directives is null) return true;
        return !(directives.TryGetValue("skip", out var skip) && skip.GetArgument<bool>("if"))
            && (!directives.TryGetValue("include", out var include) || include.GetArgument<bool>("if"));
    }
}
