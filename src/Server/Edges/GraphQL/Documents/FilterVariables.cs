using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
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

    private static DirectusException Missing(string rule) =>
        FilterOperators.Find(rule)?.Refusal() ?? DirectusException.InvalidQuery("Invalid filter object");
}
