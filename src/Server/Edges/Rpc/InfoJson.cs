using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>What the server tells of itself: to users who logged in also limits, its version to administrators.</summary>
internal static class InfoJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> settings, Principal principal, QueryLimits limits)
    {
        json.WriteStartObject();
        json.WritePropertyName("project");
        json.WriteRawValue(settings);
        json.WriteBoolean("setupCompleted", true);
        if (!principal.IsPublic)
        {
            json.WriteBoolean("rateLimit", false);
            json.WriteBoolean("rateLimitGlobal", false);
            json.WriteStartObject("queryLimit");
            json.WriteNumber("default", limits.Default);
            json.WriteNumber("max", limits.Max);
            json.WriteEndObject();
        }

        if (principal.Admin) json.WriteString("version", ProductVersion.Text);
        json.WriteEndObject();
    }
}
