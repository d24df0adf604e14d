using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>Reads the files of a form as it comes in; nothing of their contents is held here. The fields before a file
/// describe it, and count for no other.</summary>
/// <param name="files">The collection of files.</param>
/// <param name="mostText">Largest size of all texts together.</param>
internal sealed class FormFiles(Collection files, long mostText)
{
    private const int MostParts = 1_000;
    private const string AnyType = "text/plain";

    public static bool IsForm(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media) && media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    public async IAsyncEnumerable<IncomingFile> ReadAsync(HttpCall http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A file may be larger than any other body; how large, the receiver knows.
        if (http.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var reader = new MultipartReader(Boundary(http.RequestType), http.RequestBody.AsStream());
        var fields = new JsonObject();
        for (var parts = 0; await NextAsync(reader, cancellation) is { } part; parts++)
        {
            if (parts >= MostParts) throw DirectusException.InvalidPayload("The form has too many parts");
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                throw DirectusException.InvalidPayload("A part of the form has no name");
            if (NameOf(disposition) is { } name)
            {
                yield return new IncomingFile(fields, name, TypeOf(part), part.Body);
                fields = [];
            }
            else
            {
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                fields[field] = Value(field, await TextAsync(part, cancellation));
            }
        }
    }

    public static string Boundary(string? type)
    {
        var boundary = MediaTypeHeaderValue.TryParse(type, out var media) ? HeaderUtilities.RemoveQuotes(media.Boundary).Value : null;
        return boundary is { Length: > 0 and <= 200 } ? boundary : throw DirectusException.InvalidPayload("The form has no boundary");
    }

    public static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            throw Broken(error);
        }
    }

    private async Task<string> TextAsync(MultipartSection part, CancellationToken cancellation)
    {
        var content = new BoundedContent(part.Body, mostText);
        using var reader = new StreamReader(content, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        mostText -= content.Count;
        return text;
    }

    // All values are texts: the word null is none, and json is written as such.
    private JsonNode? Value(string field, string text)
    {
        if (text.Trim() == "null") return null;
        if (!files.TryGetField(field, out var known) || known.Type != FieldType.Json) return JsonValue.Create(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    // Browsers of old sent whole paths.
    private static string? NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        if (!given.HasValue) return null;
        var name = HeaderUtilities.UnescapeAsQuotedString(given).Value ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 ? "file" : name;
    }

    private static string TypeOf(MultipartSection part) =>
        MediaTypeHeaderValue.TryParse(part.ContentType, out var media) && media.MediaType.Value is { Length: > 0 and <= 255 } type ? type : AnyType;

    private static DirectusException Broken(Exception cause) => new([new DirectusError(ErrorCodes.InvalidPayload, "The form can't be read")], cause);
}
