using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items.Rows;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>What the server tells of itself.</summary>
internal sealed class ServerFields(ProjectInfo project, InfoJson info, ServerHealth health, IOpenApiSpecification openApi,
    IServiceProvider services, IOptions<GraphQLOptions> options) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("server_ping", _ => Task.FromResult<object?>("pong")),
        new("server_info", InfoAsync),
        new("server_health", _ => health.Enabled, HealthAsync),
        // There are none of any kind.
        new("extensions", caller => caller.Principal.Admin, _ => Task.FromResult<object?>(Array.Empty<Row>())),
        new("server_specs_graphql", _ => options.Value.Introspection, SpecificationAsync),
        new("server_specs_oas", _ => openApi.Enabled, OpenApiAsync),
    ];

    private async Task<object?> InfoAsync(IResolveFieldContext context)
    {
        using var settings = await project.ReadAsync(context.CancellationToken);
        return new Row(Json(json => info.Write(json, settings.Written.Span, GraphQLCall.Of(context).Caller.Principal)));
    }

    // However often a request asks, the checks are run once.
    private async Task<object?> HealthAsync(IResolveFieldContext context)
    {
        var call = GraphQLCall.Of(context);
        var state = await (call.Health ??= health.CheckAsync(context.CancellationToken));
        return Json(json => state.Write(json, call.Caller.Principal.Admin, health.ServiceId));
    }

    private Task<object?> SpecificationAsync(IResolveFieldContext context)
    {
        var scope = context.GetArgument<string?>("scope") == "system" ? GraphQLScope.System : GraphQLScope.Items;
        // Asked for late: the schemas are built of these fields.
        return Task.FromResult<object?>(services.GetRequiredService<GraphQLSpecification>().Of(GraphQLCall.Of(context).Caller, scope));
    }

    private async Task<object?> OpenApiAsync(IResolveFieldContext context) =>
        JsonElement.Parse((await openApi.OfAsync(GraphQLCall.Of(context).Caller, null, context.CancellationToken)).Json.Span);

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var sink = new MemorySink(1024);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        write(json);
        json.Flush();
        return JsonElement.Parse(sink.Written.Span);
    }
}
