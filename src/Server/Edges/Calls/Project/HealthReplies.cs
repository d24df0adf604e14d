using Directus.Grpc.Server.Kernel;
using Directus.Grpc.ServerInfo.V1;

namespace Directus.Grpc.Server.Edges.Calls.Project;

internal static class HealthReplies
{
    public static GetHealthResponse Of(HealthState state, bool admin, string serviceId)
    {
        var reply = new GetHealthResponse { Status = state.Status };
        if (!admin) return reply;
        reply.ReleaseId = ProductVersion.Directus;
        reply.ServiceId = serviceId;
        reply.Checks.AddRange(state.Measures.Select(Of));
        return reply;
    }

    private static HealthCheck Of(HealthMeasure measure)
    {
        var check = new HealthCheck
        {
            Name = measure.Name,
            Status = measure.Status,
            ComponentType = measure.ComponentType,
            ObservedUnit = measure.Unit ?? "",
            Output = measure.Output ?? "",
        };
        if (measure.Value is { } value) check.ObservedValue = value;
        if (measure is { Unit: "ms", Value: { } milliseconds }) check.ResponseMilliseconds = milliseconds;
        if (measure.Threshold is { } threshold) check.Threshold = threshold;
        return check;
    }
}
