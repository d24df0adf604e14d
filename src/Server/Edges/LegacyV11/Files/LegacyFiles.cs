using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Files;

/// <summary>What API v1.1 does with files beyond their rows: contents come in.</summary>
internal sealed class LegacyFiles(LegacyRows rows, RowReader reader, FileUploads uploads, FileImports imports, HttpOptions options)
{
    private const string Link = "link";

    /// <summary>Makes a file of a content in the body, or of each file in a form.</summary>
    public async Task<LegacyAnswer> CreateAsync(LegacyCall call)
    {
        call.Caller.Require(FileTable.Name, AccessAction.Create);
        if (call.Http is { } http && FormFiles.IsForm(http.RequestType))
        {
            var forms = new FormFiles(call.Caller.Schema[FileTable.Name], options.MaxPayload).ReadAsync(http, call.Cancellation);
            return await WrittenAsync(call,
                await uploads.CreateAsync(call.Caller, TranslatedAsync(call, forms, call.Cancellation), call.Cancellation));
        }

        var read = call.Http is null ? call : call with { Body = (await LegacyBody.ReadAsync(call.Http, call.Cancellation)).Body };
        return await CreateAsync(read, read.Fields);
    }

    /// <summary>Makes a file of a content in the fields.</summary>
    public async Task<LegacyAnswer> CreateAsync(LegacyCall call, JsonElement given)
    {
        call.Caller.Require(FileTable.Name, AccessAction.Create);
        var file = GivenContent.Of(given, await FieldsAsync(call, given, null))
            ?? throw LegacyErrors.Refused("The file has no content: give it as \"data\"");
        return await WrittenAsync(call, await uploads.CreateAsync(call.Caller, OneAsync(file), call.Cancellation));
    }

    public async Task<LegacyAnswer> CreateOfLinkAsync(LegacyCall call)
    {
        var given = call.Fields;
        if (!given.TryGetProperty(Link, out var link) || LegacyParameters.TextOf(link) is not { Length: > 0 } address)
            throw LegacyErrors.Refused("The address is missing: give it as \"link\"");
        var fields = await FieldsAsync(call, given, null);
        fields.Remove(Link);
        return await WrittenAsync(call, await imports.RunAsync(call.Caller, address, fields, call.Cancellation));
    }

    /// <summary>Changes what is said of a file, and its content where there is one in the fields.</summary>
    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string id, JsonElement given)
    {
        if (!given.TryGetProperty(GivenContent.Data, out _)) return await rows.UpdateAsync(call, FileTable.Name, id, given);
        var key = LegacyParameters.TextOf(await reader.KeyAsync(call.Caller, FileTable.Of(call.Caller), id, call.Cancellation))!;
        if (GivenContent.Of(given, await FieldsAsync(call, given, key)) is not { } file)
            return await rows.UpdateAsync(call, FileTable.Name, id, given);
        return await WrittenAsync(call, await uploads.ReplaceAsync(call.Caller, key, OneAsync(file), call.Cancellation));
    }

    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string id)
    {
        await rows.DeleteAsync(call, FileTable.Name, id);
        return LegacyAnswer.Success(json =>
        {
            json.WriteStartObject();
            if (long.TryParse(id, out var number)) json.WriteNumber("id"u8, number);
            else json.WriteString("id"u8, id);
            json.WriteEndObject();
        });
    }

    private Task<LegacyAnswer> WrittenAsync(LegacyCall call, IReadOnlyList<object> keys) => rows.WrittenAsync(call, FileTable.Name, keys[0]);

    // Forms name the fields as the old API does.
    private async IAsyncEnumerable<IncomingFile> TranslatedAsync(LegacyCall call, IAsyncEnumerable<IncomingFile> files,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var file in files.WithCancellation(cancellation))
            yield return file with { Fields = await FieldsAsync(call with { Texts = true }, JsonSerializer.SerializeToElement(file.Fields), null) };
    }

    private async Task<JsonObject> FieldsAsync(LegacyCall call, JsonElement given, string? of)
    {
        var item = await new RowInput(reader, call).ReadAsync(FileTable.Of(call.Caller), given, of);
        return JsonObject.Create(item)!;
    }

    private static async IAsyncEnumerable<IncomingFile> OneAsync(IncomingFile file)
    {
        await Task.CompletedTask;
        yield return file;
    }
}
