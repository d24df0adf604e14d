using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Access;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Items;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items.Rows;
using GraphQL;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>What callers may do.</summary>
internal sealed class RightsFields(ItemQueries queries, PolicyGlobals globals, TimeProvider clock) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("permissions_me", IsKnown, context => Task.FromResult<object?>(Permissions(GraphQLCall.Of(context).Caller))),
        new("roles_me", IsKnown, RolesAsync),
        new("policies_me_globals", IsKnown, GlobalsAsync),
    ];

    private JsonElement Permissions(Caller caller)
    {
        using var sink = new MemorySink();
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        PermissionReplies.Write(json, caller, clock.GetUtcNow());
        json.Flush();
        return JsonElement.Parse(sink.Written.Span);
    }

    private Task<object?> RolesAsync(IResolveFieldContext context)
    {
        var keys = GraphQLCall.Of(context).Caller.Principal.Roles.Select(role => JsonSerializer.SerializeToElement(role)).ToList();
        return queries.ListAsync(context, (CollectionType)((ListGraphType)context.FieldDefinition.ResolvedType!).ResolvedType!, keys);
    }

    private async Task<object?> GlobalsAsync(IResolveFieldContext context)
    {
        var caller = GraphQLCall.Of(context).Caller;
        return new Row(ArgumentJson.Of(new Dictionary<string, object?>
        {
            ["app_access"] = caller.Principal.App,
            ["admin_access"] = caller.Principal.Admin,
            ["enforce_tfa"] = await globals.EnforceTfaAsync(caller, context.CancellationToken),
        }));
    }

    private static bool IsKnown(Caller caller) => caller.Principal.User is not null;
}
