using System.Buffers;
using System.Globalization;
using System.Text;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.ServerInfo.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Project;

/// <summary>Tells about the server itself.</summary>
internal sealed partial class ServerGrpcService(ProjectInfo project, InfoJson info, ServerHealth health, IGraphQLSpecification specification,
    IOpenApiSpecification openApi, ItemWriter writer, TimeProvider clock) : ServerService.ServerServiceBase
{
    private const string HealthType = "application/health+json; charset=utf-8";

    private static readonly PingResponse Pong = new() { Message = "pong" };
    private static readonly GetInfoResponse InfoOverRest = new();
    private static readonly GetHealthResponse HealthOverRest = new();
    private static readonly GetOpenApiResponse OpenApiOverRest = new();

    public override Task<PingResponse> Ping(PingRequest request, ServerCallContext context)
    {
        HttpCall.From(context)?.Text(Pong.Message);
        return Task.FromResult(Pong);
    }

    public override async Task<GetInfoResponse> GetInfo(GetInfoRequest request, ServerCallContext context)
    {
        var principal = context.GetCaller().Principal;
        using var settings = await project.ReadAsync(context.CancellationToken);
        if (HttpCall.From(context) is { } http)
        {
            http.Data(json => info.Write(json, settings.Written.Span, principal));
            return InfoOverRest;
        }

        var reply = new GetInfoResponse { Project = StructJson.ToStruct(settings.Written.Span), SetupCompleted = true };
        if (!principal.IsPublic)
        {
            reply.Version = ProductVersion.Directus;
            reply.QueryLimit = new ServerInfo.V1.QueryLimits { Default = info.Limits.Default, Max = info.Limits.Max };
            reply.MimeTypes.AddRange(info.MimeTypes);
            reply.RateLimit = Message(info.Rates.Caller);
            reply.RateLimitGlobal = Message(info.Rates.Global);
        }

        if (principal.Admin) reply.Product = new Product { Name = InfoJson.ProductName, Version = ProductVersion.Text };
        return reply;
    }

    private static RateLimit? Message(CallRates.Rate? rate) =>
        rate is null ? null : new RateLimit { Points = rate.Points, DurationSeconds = rate.Duration };

    public override async Task<GetHealthResponse> GetHealth(GetHealthRequest request, ServerCallContext context)
    {
        var admin = context.GetCaller().Principal.Admin;
        var state = await health.CheckAsync(context.CancellationToken);
        if (HttpCall.From(context) is not { } http) return HealthReplies.Of(state, admin, health.ServiceId);
        http.Http.Response.Headers.CacheControl = "no-cache";
        http.Json(json => state.Write(json, admin, health.ServiceId), state.Status == HealthMeasure.Error ? 503 : 200, HealthType);
        return HealthOverRest;
    }

    public override async Task<GetGraphqlSchemaResponse> GetGraphqlSchema(GetGraphqlSchemaRequest request, ServerCallContext context)
    {
        var (http, caller) = (HttpCall.From(context), context.GetCaller());
        var scope = request.Scope.Length == 0 ? "items" : request.Scope;
        var sdl = scope switch
        {
            "items" => specification.OfItems(caller),
            "system" => specification.OfSystem(caller),
            _ => throw DirectusException.RouteNotFound($"/server/specs/graphql/{scope}"),
        };
        if (http is null) return new GetGraphqlSchemaResponse { Sdl = sdl };
        var name = string.Create(CultureInfo.InvariantCulture, $"{scope}_{clock.GetUtcNow():yyyy-MM-dd}.graphql");
        await http.AttachmentAsync("application/octet-stream", name, sink =>
        {
            sink.Write(Encoding.UTF8.GetBytes(sdl));
            return Task.CompletedTask;
        });
        return new GetGraphqlSchemaResponse();
    }

    public override async Task<GetOpenApiResponse> GetOpenApi(GetOpenApiRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var version = http is null ? request.Openapi : DirectusQueryString.Value(http.Http.Request.QueryString.Value, "openapi=");
        var text = await openApi.OfAsync(context.GetCaller(), version, context.CancellationToken);
        if (http is null)
            return new GetOpenApiResponse { Json = UnsafeByteOperations.UnsafeWrap(text.Json), Etag = text.Tag };
        // By rights, which the address does not tell.
        http.Http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Http.Request.Headers.IfNoneMatch.ToString().Contains(text.Tag, StringComparison.Ordinal)) http.NotModified();
        else http.Json(json => json.WriteRawValue(text.Json.Span, skipInputValidation: true));
        http.Tag(text.Tag);
        return OpenApiOverRest;
    }
}
