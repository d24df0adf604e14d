using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>Bodies of API v1.1: JSON, or forms with the brackets of PHP, also in parts.</summary>
internal static class LegacyBody
{
    public const int MostFields = 5_000;
    public const int MostDepth = 10;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>What the body holds, and whether its values are texts.</summary>
    public static async ValueTask<(JsonElement Body, bool Texts)> ReadAsync(HttpCall http, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(http.Http.Request.Method)) return (Nothing, false);
        if (FormFiles.IsForm(http.RequestType)) return (await LegacyForm.ReadAsync(http, cancellation), true);
        var json = IsJson(http.RequestType);
        var body = await http.ReadBodyAsync(json ? static (_, bytes) => JsonBody.Parse(bytes) : static (_, bytes) => Form(bytes), cancellation);
        return (body.ValueKind == JsonValueKind.Undefined ? Nothing : body, !json);
    }

    private static JsonElement Form(ReadOnlySequence<byte> body) =>
        DirectusQueryString.ParseForm(Encoding.UTF8.GetString(body), MostFields, MostDepth);

    // What tells no type is taken for a form.
    private static bool IsJson(string? type)
    {
        if (type is null || !MediaTypeHeaderValue.TryParse(type, out var media)) return false;
        if (media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || media.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            return true;
        return media.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw LegacyErrors.Refused($"The content type \"{media.MediaType}\" is not taken");
    }
}
