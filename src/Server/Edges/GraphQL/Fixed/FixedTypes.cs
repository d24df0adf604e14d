using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Makes the types of the fixed part as far as they are needed. Types of items it takes from the others; those that the
/// caller does not see are no types.</summary>
internal sealed class FixedTypes(TypeSet types, ItemInputs inputs, IReadOnlySet<string> switchedOff)
{
    private const string ChangeOfUser = "update_directus_users_input";

    /// <summary>The type of a definition; null when the caller does not see it.</summary>
    public IGraphType? Find(GraphQLType wanted) => wanted switch
    {
        GraphQLNonNullType required => Find(required.Type) is { } type ? new NonNullGraphType(type) : null,
        GraphQLListType list => Find(list.Type) is { } type ? new ListGraphType(type) : null,
        GraphQLNamedType named => Find(named.Name.StringValue),
        _ => null,
    };

    /// <summary>The arguments of a definition; null when the caller does not see one of their types.</summary>
    public QueryArguments? Arguments(GraphQLFieldDefinition field)
    {
        var arguments = new QueryArguments();
        foreach (var argument in field.Arguments ?? Enumerable.Empty<GraphQLInputValueDefinition>())
        {
            if (Find(argument.Type) is not { } type) return null;
            arguments.Add(new QueryArgument(type)
            {
                Name = argument.Name.StringValue,
                DefaultValue = (argument.DefaultValue as GraphQLBooleanValue)?.BoolValue
            });
        }

        return arguments;
    }

    private IGraphType? Find(string name)
    {
        // What is not set up is told to be false.
        if (switchedOff.Contains(name)) return Find("Boolean");
        if (types.Find(name) is { } known) return known;
        if (name == ChangeOfUser) return inputs.Updated.FirstOrDefault(collection => collection.Name == SystemCollections.Users) is { } users
            ? inputs.ForUpdate(users)
            : null;
        return SystemDocument.Types.GetValueOrDefault(name) switch
        {
            GraphQLEnumTypeDefinition choice => Choice(choice),
            GraphQLInputObjectTypeDefinition input => Input(input),
            GraphQLObjectTypeDefinition shape => Shape(shape),
            _ => null,
        };
    }

    private EnumerationGraphType Choice(GraphQLEnumTypeDefinition definition)
    {
        var type = new EnumerationGraphType { Name = definition.Name.StringValue };
        foreach (var value in definition.Values!) type.Add(value.Name.StringValue, value.Name.StringValue);
        return types.Add(type);
    }

    private InputObjectGraphType Input(GraphQLInputObjectTypeDefinition definition)
    {
        var type = types.Add(new InputObjectGraphType { Name = definition.Name.StringValue });
        foreach (var field in definition.Fields!) type.AddField(new GraphField { Name = field.Name.StringValue, ResolvedType = Find(field.Type) });
        return type;
    }

    private ObjectGraphType Shape(GraphQLObjectTypeDefinition definition)
    {
        var type = types.Add(new ObjectGraphType { Name = definition.Name.StringValue });
        foreach (var field in definition.Fields!)
        {
            var (name, of) = (field.Name.StringValue, Find(field.Type)!);
            type.AddField(new GraphField
            {
                Name = name, ResolvedType = of,
                Resolver = Resolver(name, of is NonNullGraphType required ? required.ResolvedType! : of)
            });
        }

        return type;
    }

    private static FuncFieldResolver<object?> Resolver(string name, IGraphType type)
    {
        if (type is ObjectGraphType)
            return new(context => ((Row)context.Source!)[name] is { ValueKind: JsonValueKind.Object } value ? new Row(value) : null);
        var form = FieldForms.FormOf(type);
        return new(context => Cell.Of(((Row)context.Source!)[name], form));
    }
}
