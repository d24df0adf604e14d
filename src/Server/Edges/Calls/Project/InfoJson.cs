using System.Text.Json;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>What the server tells of itself: to users who logged in also limits and the version of the API, its own name and
/// version to administrators.</summary>
internal sealed class InfoJson(IOptions<QueryLimits> limits, IOptions<FilesOptions> files, CallRates rates)
{
    public const string ProductName = "Directus.Grpc";

    public QueryLimits Limits => limits.Value;

    public CallRates Rates => rates;

    public string[] MimeTypes { get; } = files.Value.MimeTypes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> settings, Principal principal)
    {
        json.WriteStartObject();
        json.WritePropertyName("project");
        json.WriteRawValue(settings);
        json.WriteBoolean("setupCompleted", true);
        if (!principal.IsPublic) WriteForUsers(json);
        if (principal.Admin)
        {
            json.WriteStartObject("product");
            json.WriteString("name", ProductName);
            json.WriteString("version", ProductVersion.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteForUsers(Utf8JsonWriter json)
    {
        json.WriteBoolean("mcp_enabled", false);
        json.WriteBoolean("ai_enabled", false);
        json.WriteStartObject("files");
        json.WriteStartArray("mimeTypeAllowList");
        foreach (var type in MimeTypes) json.WriteStringValue(type);
        json.WriteEndArray();
        json.WriteEndObject();
        Write(json, "rateLimit", rates.Caller);
        Write(json, "rateLimitGlobal", rates.Global);
        json.WriteStartObject("extensions");
        json.WriteNull("limit");
        json.WriteEndObject();
        json.WriteStartObject("queryLimit");
        json.WriteNumber("default", limits.Value.Default);
        json.WriteNumber("max", limits.Value.Max);
        json.WriteEndObject();
        json.WriteBoolean("websocket", false);
        json.WriteString("version", ProductVersion.Directus);
    }

    private static void Write(Utf8JsonWriter json, string name, CallRates.Rate? rate)
    {
        if (rate is null)
        {
            json.WriteBoolean(name, false);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("points", rate.Points);
        json.WriteNumber("duration", rate.Duration);
        json.WriteEndObject();
    }
}
