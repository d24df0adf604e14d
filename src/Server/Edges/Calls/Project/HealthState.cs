using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The state of the server: the worst of its parts.</summary>
internal sealed record HealthState(string Status, IReadOnlyList<HealthMeasure> Measures)
{
    /// <summary>By the draft "Health Check Response Format for HTTP APIs", as Directus answers; who is no administrator learns the
    /// status alone.</summary>
    public void Write(Utf8JsonWriter json, bool admin, string serviceId)
    {
        json.WriteStartObject();
        json.WriteString("status", Status);
        if (admin)
        {
            json.WriteString("releaseId", ProductVersion.Directus);
            json.WriteString("serviceId", serviceId);
            json.WriteStartObject("checks");
            foreach (var measure in Measures) Write(json, measure);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HealthMeasure measure)
    {
        json.WriteStartArray(measure.Name);
        json.WriteStartObject();
        json.WriteString("status", measure.Status);
        json.WriteString("componentType", measure.ComponentType);
        if (measure.Unit is { } unit) json.WriteString("observedUnit", unit);
        if (measure.Value is { } value) json.WriteNumber("observedValue", value);
        if (measure.Threshold is { } threshold) json.WriteNumber("threshold", threshold);
        if (measure.Output is { } output) json.WriteString("output", output);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
