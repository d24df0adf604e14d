using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.ServerInfo.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Tells about the server itself.</summary>
internal sealed class ServerGrpcService(ProjectInfo project, ServerHealth health, GraphQLSpecification specification, TimeProvider clock,
    IOptions<Query.Model.QueryLimits> limits) : ServerService.ServerServiceBase
{
    private const string HealthType = "application/health+json; charset=utf-8";

    private static readonly PingResponse Pong = new() { Message = "pong" };
    private static readonly GetInfoResponse InfoOverRest = new();
    private static readonly GetHealthResponse HealthOverRest = new();

    public override Task<PingResponse> Ping(PingRequest request, ServerCallContext context)
    {
        RestCall.From(context)?.Text(Pong.Message);
        return Task.FromResult(Pong);
    }

    public override async Task<GetInfoResponse> GetInfo(GetInfoRequest request, ServerCallContext context)
    {
        var principal = context.GetCaller().Principal;
        using var settings = await project.ReadAsync(context.CancellationToken);
        if (RestCall.From(context) is { } rest)
        {
            rest.Json(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("data");
                InfoJson.Write(json, settings.Written.Span, principal, limits.Value);
                json.WriteEndObject();
            });
            return InfoOverRest;
        }

        var reply = new GetInfoResponse { Project = StructJson.ToStruct(settings.Written.Span), SetupCompleted = true };
        if (!principal.IsPublic) reply.QueryLimit = new ServerInfo.V1.QueryLimits { Default = limits.Value.Default, Max = limits.Value.Max };
        if (principal.Admin) reply.Version = ProductVersion.Text;
        return reply;
    }

    public override async Task<GetHealthResponse> GetHealth(GetHealthRequest request, ServerCallContext context)
    {
        var admin = context.GetCaller().Principal.Admin;
        var check = await health.CheckAsync(context.CancellationToken);
        if (RestCall.From(context) is { } rest)
        {
            rest.Http.Response.Headers.CacheControl = "no-cache";
            rest.Json(json => WriteHealth(json, check, admin), check.Status == "error" ? 503 : 200, HealthType);
            return HealthOverRest;
        }

        var reply = new GetHealthResponse { Status = check.Status };
        if (admin) reply.Checks.Add(check);
        return reply;
    }

    public override async Task<GetGraphqlSchemaResponse> GetGraphqlSchema(GetGraphqlSchemaRequest request, ServerCallContext context)
    {
        var rest = RestCall.From(context);
        var scope = request.Scope switch
        {
            "" or "items" => GraphQLScope.Items,
            "system" => GraphQLScope.System,
            _ => throw DirectusException.RouteNotFound($"/server/specs/graphql/{request.Scope}"),
        };
        var sdl = specification.Of(context.GetCaller(), scope);
        if (rest is null) return new GetGraphqlSchemaResponse { Sdl = sdl };
        var name = string.Create(CultureInfo.InvariantCulture, $"{scope.ToString().ToLowerInvariant()}_{clock.GetUtcNow():yyyy-MM-dd}.graphql");
        await rest.AttachmentAsync("application/octet-stream", name, sink =>
        {
            sink.Write(Encoding.UTF8.GetBytes(sdl));
            return Task.CompletedTask;
        });
        return new GetGraphqlSchemaResponse();
    }

    // By the draft "Health Check Response Format for HTTP APIs", as Directus answers.
    public static void WriteHealth(Utf8JsonWriter json, HealthCheck check, bool admin)
    {
        json.WriteStartObject();
        json.WriteString("status", check.Status);
        if (admin)
        {
            json.WriteString("releaseId", ProductVersion.Text);
            json.WriteStartObject("checks");
            json.WriteStartArray(check.Name);
            json.WriteStartObject();
            json.WriteString("status", check.Status);
            json.WriteString("componentType", "datastore");
            json.WriteString("observedUnit", "ms");
            if (check.HasResponseMilliseconds) json.WriteNumber("observedValue", Math.Round(check.ResponseMilliseconds, 3));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
