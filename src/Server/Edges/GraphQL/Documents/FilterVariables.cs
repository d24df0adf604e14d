using Directus.Grpc.Server.Kernel;
using GraphQL;
using GraphQLParser.AST;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Refuses filters with variables that were not given. The language leaves out what such a variable stands for, and a
/// filter without its rule means every item.</summary>
internal sealed class FilterVariables(IResolveFieldContext context)
{
    private const string Filter = "filter";

    // No filter at all is one: that means every item, and says so.
    public void Require(GraphQLField field)
    {
        foreach (var argument in field.Arguments ?? Enumerable.Empty<GraphQLArgument>())
            if (argument.Name.Value == Filter && argument.Value is not GraphQLVariable) Require(Filter, argument.Value);
    }

    // `name` is the rule that the value is of.
    private void Require(string name, GraphQLValue value)
    {
        switch (value)
        {
            case GraphQLVariable variable when !context.Variables.ValueFor(variable.Name.StringValue, out _):
                throw Missing(name);
            case GraphQLObjectValue rules:
                foreach (var rule in rules.Fields ?? []) Require(rule.Name.StringValue, rule.Value);
                break;
            case GraphQLListValue list:
                foreach (var element in list.Values ?? []) Require(name, element);
                break;
        }
    }

    private static DirectusException Missing(string rule) => DirectusException.InvalidQuery(rule switch
    {
        "_null" or "_nnull" or "_empty" or "_nempty" => $"\"{rule}\" has to be a boolean",
        "_in" or "_nin" or "_between" or "_nbetween" => $"\"{rule}\" has to be an array of values",
        "_and" or "_or" or "_some" or "_none" => "Invalid filter object",
        _ when rule.StartsWith('_') => $"The filter value for \"{rule}\" has to be a string, number, or boolean",
        _ => "Invalid filter object",
    });
}
