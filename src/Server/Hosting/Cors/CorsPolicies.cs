using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Hosting.Cors;

/// <summary>What ASP.NET's CORS is told. gRPC-Web has one policy and all else another: of the same sites, but a call of gRPC brings
/// headers of its own and its status comes in some more.</summary>
internal sealed class CorsPolicies(IOptions<CorsSettings> options) : ICorsPolicyProvider
{
    private const string WebMark = "x-grpc-web";

    private static readonly string[] SentByGrpcWeb = [WebMark, "x-user-agent", "grpc-timeout"];
    private static readonly string[] ToldByGrpcWeb = ["grpc-status", "grpc-message", "grpc-status-details-bin"];

    private readonly Task<CorsPolicy?> _usual = Task.FromResult<CorsPolicy?>(Of(options.Value, [], []));
    private readonly Task<CorsPolicy?> _grpcWeb = Task.FromResult<CorsPolicy?>(Of(options.Value, SentByGrpcWeb, ToldByGrpcWeb));

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) => IsGrpcWeb(context) ? _grpcWeb : _usual;

    private static bool IsGrpcWeb(HttpContext http) => GrpcWeb.IsGrpc(http)
        || http.Request.Headers[HeaderNames.AccessControlRequestHeaders].ToString().Contains(WebMark, StringComparison.OrdinalIgnoreCase);

    private static CorsPolicy Of(CorsSettings settings, string[] sent, string[] told)
    {
        var policy = new CorsPolicyBuilder()
            .WithMethods(List(settings.Methods))
            .WithHeaders([.. List(settings.AllowedHeaders), .. sent])
            .WithExposedHeaders([.. List(settings.ExposedHeaders), .. told])
            .SetPreflightMaxAge(TimeSpan.FromSeconds(settings.MaxAge));
        var origins = settings.Origins;
        // A wildcard goes without cookies, whatever is asked for.
        if (origins == AllowedOrigins.Anonymous) return policy.AllowAnyOrigin().Build();
        policy.SetIsOriginAllowed(origins.Contains);
        if (settings.Credentials) policy.AllowCredentials();
        return policy.Build();
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
