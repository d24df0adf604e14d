using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Files.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>Forms in parts that hold no file, as `curl -F` sends them.</summary>
internal static class LegacyForm
{
    public static async Task<JsonElement> ReadAsync(HttpCall http, CancellationToken cancellation)
    {
        var content = new BoundedContent(http.RequestBody.AsStream(), http.MostBody);
        var reader = new MultipartReader(FormFiles.Boundary(http.RequestType), content);
        var form = new StringBuilder();
        var fields = 0;
        while (await FormFiles.NextAsync(reader, cancellation) is { } part)
        {
            if (++fields > LegacyBody.MostFields) throw LegacyErrors.Refused($"There are more than {LegacyBody.MostFields} fields");
            using var text = new StreamReader(part.Body, Encoding.UTF8);
            form.Append(Uri.EscapeDataString(NameOf(part))).Append('=')
                .Append(Uri.EscapeDataString(await text.ReadToEndAsync(cancellation))).Append('&');
        }

        return DirectusQueryString.ParseForm(form.ToString(), LegacyBody.MostFields, LegacyBody.MostDepth);
    }

    private static string NameOf(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.Name.HasValue)
            throw LegacyErrors.Refused("A part of the form has no name");
        if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue) throw LegacyErrors.Refused("No file is taken here");
        return HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
    }
}
