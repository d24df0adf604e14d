using System.Collections.Frozen;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Adds the fixed part of the system to the roots of a schema.</summary>
internal sealed class SystemRoots(IEnumerable<ISystemFields> areas, CallRates rates)
{
    private readonly FrozenDictionary<string, SystemField> _fields = areas.SelectMany(area => area.All).ToFrozenDictionary(field => field.Name);

    private readonly HashSet<string> _switchedOff =
    [
        .. rates.Caller is null ? ["server_info_rate_limit"] : Array.Empty<string>(),
        .. rates.Global is null ? ["server_info_rate_limit_global"] : Array.Empty<string>(),
    ];

    /// <summary>Mutations that cost much, and that anyone may ask for: a request holds each of them once.</summary>
    public static bool IsOnce(string mutation) =>
        mutation.StartsWith("auth_", StringComparison.Ordinal) || mutation.StartsWith("users_", StringComparison.Ordinal)
            || mutation.StartsWith("utils_hash", StringComparison.Ordinal);

    public void Add(ObjectGraphType query, ObjectGraphType mutation, TypeSet types, ItemInputs inputs, Caller caller)
    {
        var shapes = new FixedTypes(types, inputs, _switchedOff);
        foreach (var definition in SystemDocument.Queries) Add(query, definition, shapes, caller);
        foreach (var definition in SystemDocument.Mutations) Add(mutation, definition, shapes, caller);
    }

    private void Add(ObjectGraphType root, GraphQLFieldDefinition definition, FixedTypes shapes, Caller caller)
    {
        var field = _fields[definition.Name.StringValue];
        if (!field.IsShown(caller) || shapes.Find(definition.Type) is not { } type || shapes.Arguments(definition) is not { } arguments) return;
        root.AddField(new GraphField
        {
            Name = field.Name,
            ResolvedType = type,
            Arguments = arguments,
            Resolver = new FuncFieldResolver<object?>(context => new ValueTask<object?>(field.Resolve(context))),
        });
    }
}
