using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>Reads a model or a difference: a body of JSON, or a form with a JSON or YAML file.</summary>
internal static class SchemaFileBody
{
    public static async ValueTask<JsonElement> ReadAsync(HttpCall http, int mostBytes, CancellationToken cancellation)
    {
        if (http.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = mostBytes;
        if (http.RequestType is null || !MediaTypeHeaderValue.TryParse(http.RequestType, out var media)
            || !media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return await http.ReadBodyAsync(mostBytes, cancellation);
        }

        if (HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw DirectusException.InvalidPayload("The form has no boundary");
        }

        try
        {
            return await ReadFormAsync(new MultipartReader(boundary, http.RequestBody.AsStream()) { BodyLengthLimit = mostBytes }, cancellation);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, "The form can't be read")], error);
        }
    }

    private static async Task<JsonElement> ReadFormAsync(MultipartReader form, CancellationToken cancellation)
    {
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
        {
            var name = section.GetContentDispositionHeader() is { } head && head.IsFileDisposition()
                ? (head.FileNameStar.HasValue ? head.FileNameStar : head.FileName).Value ?? ""
                : null;
            // Bytes are a file, with a name or without.
            if (name is null && section.ContentType?.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase) != true) continue;
            using var file = new MemoryStream();
            await section.Body.CopyToAsync(file, cancellation);
            return Parse(file.GetBuffer().AsMemory(0, (int)file.Length), section.ContentType ?? "", name ?? "");
        }

        throw DirectusException.InvalidPayload("No file was included in the body");
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> file, string type, string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (type.Contains("json", StringComparison.OrdinalIgnoreCase)) return SnapshotFile.ParseJson(file.Span);
        if (type.Contains("yaml", StringComparison.OrdinalIgnoreCase)) return SnapshotFile.ParseYaml(file);
        return ending switch
        {
            ".json" => SnapshotFile.ParseJson(file.Span),
            ".yaml" or ".yml" => SnapshotFile.ParseYaml(file),
            _ => SnapshotFile.Parse(file),
        };
    }
}
