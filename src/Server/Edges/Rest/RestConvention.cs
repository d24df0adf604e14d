using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Edges.Rest;

internal static class RestConvention
{
    /// <summary>Gives the REST routes of a gRPC service Directus' query strings, bodies, envelopes and statuses.</summary>
    public static GrpcServiceEndpointConventionBuilder WithDirectusRest(this GrpcServiceEndpointConventionBuilder service)
    {
        service.Add(endpoint =>
        {
            if (Transcoded(endpoint.Metadata) is not { } transcoded) return;
            var route = (RouteEndpointBuilder)endpoint;
            route.RequestDelegate = new RestBridge(route, transcoded.HttpRule.Body.Length > 0).InvokeAsync;
        });
        return service;
    }

    private static GrpcJsonTranscodingMetadata? Transcoded(IList<object> metadata)
    {
        foreach (var entry in metadata)
            if (entry is GrpcJsonTranscodingMetadata transcoded) return transcoded;
        return null;
    }
}
