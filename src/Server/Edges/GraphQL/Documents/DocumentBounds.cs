using Directus.Grpc.Server.Kernel;
using GraphQLParser;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Refuses documents that ask for more than a request may, before they are validated: fragments within fragments
/// let a short text stand for a very long one, and aliases let one field be asked for many times.</summary>
internal sealed class DocumentBounds(GraphQLDocument document)
{
    public const int MaxRootFields = 100;
    public const int MaxFields = 10_000;
    public const int MaxSets = 1_000;
    public const int MaxDepth = 32;
    private const int MaxListsOfSchema = 2;

    // The validation compares each with each.
    private const int MaxTimes = 100;

    private readonly Dictionary<string, DocumentCost?> _fragments = new(StringComparer.Ordinal);

    /// <summary>Counts the tokens of a text; a syntax error ends the count, the parser tells about it.</summary>
    public static void RequireFewTokens(string text, int most)
    {
        var count = 0;
        for (var token = Lexer.Lex(text); token.Kind != TokenKind.EOF; token = Lexer.Lex(text, token.End))
            if (++count > most) throw DocumentRefusals.Of($"Syntax Error: Document contains more than {most} tokens. Parsing aborted.");
    }

    public void Check(GraphQLOperationDefinition operation)
    {
        var roots = RootFields(operation).ToList();
        if (roots.Count > MaxRootFields) throw TooMuch($"more than {MaxRootFields} fields of its own");
        var whole = default(DocumentCost);
        foreach (var root in roots)
        {
            var cost = Of(root);
            if (root.Name.StringValue is "__schema" or "__type" && cost.Lists > MaxListsOfSchema)
                throw TooMuch("lists of the schema within lists of the schema");
            whole = whole.Beside(cost);
        }

        if (whole.Fields > MaxFields) throw TooMuch($"more than {MaxFields} fields");
        if (whole.Sets > MaxSets) throw TooMuch($"more than {MaxSets} fields that have fields");
        if (whole.Depth > MaxDepth) throw TooMuch($"fields nested more than {MaxDepth} deep");
    }

    /// <summary>The fields of the operation itself, those of its fragments included.</summary>
    public IEnumerable<GraphQLField> RootFields(GraphQLOperationDefinition operation)
    {
        var found = new List<GraphQLField>();
        Collect(operation.SelectionSet, found, []);
        return found;
    }

    private void Collect(GraphQLSelectionSet set, List<GraphQLField> found, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLField field) found.Add(field);
            else if (selection is GraphQLInlineFragment inline) Collect(inline.SelectionSet, found, spread);
            else if (selection is GraphQLFragmentSpread named && spread.Add(named.FragmentName.Name.StringValue)
                && Find(named.FragmentName.Name.StringValue) is { } fragment) Collect(fragment.SelectionSet, found, spread);
        }
    }

    private DocumentCost Of(GraphQLSelectionSet set)
    {
        if (set.Selections.Count > MaxTimes) RequireFewTimes(set);
        var cost = default(DocumentCost);
        foreach (var selection in set.Selections)
        {
            cost = cost.Beside(selection switch
            {
                GraphQLField field => Of(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
                _ => default,
            });
        }

        return cost;
    }

    // What one selection asks for, parts of it included.
    private static void RequireFewTimes(GraphQLSelectionSet set)
    {
        var times = Keys(set).GroupBy(key => key, StringComparer.Ordinal).Select(key => key.Count()).DefaultIfEmpty().Max();
        if (times > MaxTimes) throw TooMuch($"one field more than {MaxTimes} times");
    }

    private static IEnumerable<string> Keys(GraphQLSelectionSet set) => set.Selections.SelectMany<ASTNode, string>(selection => selection switch
    {
        GraphQLField field => [(field.Alias?.Name ?? field.Name).StringValue],
        GraphQLInlineFragment inline => Keys(inline.SelectionSet),
        _ => [],
    });

    private DocumentCost Of(GraphQLField field) =>
        field.SelectionSet is { } set ? Of(set).Below(field) : new DocumentCost(1, 0, 1, 0);

    // Each fragment is looked at once. One that leads back to itself is refused by the validation.
    private DocumentCost OfFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known ?? default;
        _fragments[name] = null;
        var cost = Find(name) is { } fragment ? Of(fragment.SelectionSet) : default;
        _fragments[name] = cost;
        return cost;
    }

    private GraphQLFragmentDefinition? Find(string name) =>
        document.Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(fragment => fragment.FragmentName.Name.Value.Span.SequenceEqual(name));

    private static DirectusException TooMuch(string what) => DocumentRefusals.Of($"The operation has {what}.");
}
