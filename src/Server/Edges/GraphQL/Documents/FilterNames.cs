using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Filters in the names of GraphQL → in those of every other edge: `date_func: {year}` is `year(date)`, and
/// `item__articles` is `item:articles`.</summary>
internal sealed class FilterNames(DatabaseSchema schema)
{
    public object? Translate(object? filter, Collection? collection) => filter switch
    {
        IDictionary<string, object?> rules => Rules(rules, collection),
        IEnumerable<object?> list => list.Select(rule => Translate(rule, collection)).ToList(),
        _ => filter,
    };

    private Dictionary<string, object?> Rules(IDictionary<string, object?> rules, Collection? collection)
    {
        var translated = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, rule) in rules)
        {
            if (FilterWords.Groups(name)) translated[name] = Translate(rule, collection);
            else if (name.StartsWith('_') || collection is null) translated[name] = rule;
            else if (collection.TryGetField(name, out var field)) translated[name] = Translate(rule, Target(field));
            else Functions(name, rule, collection, translated);
        }

        return translated;
    }

    // No field of the collection: a function of one, or one of the collections that a field may lead to.
    private void Functions(string name, object? rule, Collection collection, Dictionary<string, object?> translated)
    {
        if (name.EndsWith(FunctionsField.Suffix, StringComparison.Ordinal) && rule is IDictionary<string, object?> functions)
        {
            var field = name[..^FunctionsField.Suffix.Length];
            foreach (var (function, test) in functions) translated[$"{function}({field})"] = test;
            return;
        }

        foreach (var field in collection.Fields.Where(field => name.StartsWith(field.Name + "__", StringComparison.Ordinal)))
        {
            var target = name[(field.Name.Length + 2)..];
            if (schema.TryGetCollection(target, out var found)) translated[$"{field.Name}:{target}"] = Translate(rule, found);
        }
    }

    // Null for a value, whose rules are operators.
    private Collection? Target(Field field)
    {
        var name = field.IsAlias
            ? schema.RelationOfOne(field.Collection, field.Name)?.ManyCollection
            : schema.RelationOfMany(field.Collection, field.Name)?.OneCollection;
        return name is not null && schema.TryGetCollection(name, out var collection) ? collection : null;
    }
}
