using System.Text.Json;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.ServerInfo.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Tells about the server itself.</summary>
internal sealed class ServerGrpcService(ProjectInfo project, ServerHealth health, IOptions<Query.Model.QueryLimits> limits) : ServerService.ServerServiceBase
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
            rest.Json(json => WriteInfo(json, settings.Written.Span, !principal.IsPublic, principal.Admin));
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

    private void WriteInfo(Utf8JsonWriter json, ReadOnlySpan<byte> settings, bool known, bool admin)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WritePropertyName("project");
        json.WriteRawValue(settings);
        json.WriteBoolean("setupCompleted", true);
        if (known)
        {
            json.WriteBoolean("rateLimit", false);
            json.WriteBoolean("rateLimitGlobal", false);
            json.WriteStartObject("queryLimit");
            json.WriteNumber("default", limits.Value.Default);
            json.WriteNumber("max", limits.Value.Max);
            json.WriteEndObject();
        }

        if (admin) json.WriteString("version", ProductVersion.Text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // By the draft "Health Check Response Format for HTTP APIs", as Directus answers.
    private static void WriteHealth(Utf8JsonWriter json, HealthCheck check, bool admin)
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
