using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Outbound;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Fetches files from other servers. Whatever goes wrong on the way there is answered alike: callers learn nothing
/// of the network that the server stands in.</summary>
internal sealed class FileImports(FileUploads uploads, OutboundHttp http, IOptions<OutboundOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<object>> RunAsync(Caller caller, string url, JsonObject fields, CancellationToken cancellation)
    {
        if (!caller.Access.Allows(SystemCollections.Files, AccessAction.Create)) throw DirectusException.Forbidden(SystemCollections.Files);
        if (!OutboundHttp.TryParse(url, out var address)) throw Unavailable(url);
        using var patience = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var answer = await http.GetAsync(address, either.Token);
            if (!answer.IsSuccessStatusCode) throw Unavailable(url);
            return await uploads.CreateAsync(caller, FileAsync(answer, fields, either.Token), either.Token);
        }
        // An address that a redirect names may be none.
        catch (Exception error) when (error is HttpRequestException or HttpIOException or UriFormatException or NotSupportedException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Unavailable(url, error);
        }
    }

    private static async IAsyncEnumerable<IncomingFile> FileAsync(HttpResponseMessage answer, JsonObject fields,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var type = MediaTypes.Plain(answer.Content.Headers.ContentType?.MediaType);
        yield return new IncomingFile(fields, NameOf(answer.RequestMessage?.RequestUri), type, content);
    }

    private static string NameOf(Uri? address)
    {
        var last = address?.Segments[^1].Trim('/') ?? "";
        var name = Uri.UnescapeDataString(last).ReplaceLineEndings("");
        return name.Length == 0 ? "file" : name;
    }

    private static DirectusException Unavailable(string url, Exception? cause = null)
    {
        var reason = $"Couldn't fetch file from URL \"{url}\"";
        return new DirectusException([new DirectusError(ErrorCodes.ServiceUnavailable, $"Service \"external-file\" is unavailable. {reason}.",
            new Dictionary<string, object?> { ["service"] = "external-file", ["reason"] = reason })], cause);
    }
}
