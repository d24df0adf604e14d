using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Import;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.History.Revisions;
using Directus.Grpc.Server.Items.Sorting;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Utils.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Project;

/// <summary>Small tools over both faces.</summary>
internal sealed class UtilsGrpcService(TextHashes hashes, ItemSorter sorter, FileExports exports, FileItems imports, Reverts reverts,
    KnownState known,
    IOptions<QueryLimits> limits) : UtilsService.UtilsServiceBase
{
    public override async Task<GenerateHashResponse> GenerateHash(GenerateHashRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var hash = await hashes.GenerateAsync(context.GetCaller().Principal, payload.Required("string"), context.CancellationToken);
        http?.Data(json => json.WriteStringValue(hash));
        return new GenerateHashResponse { Hash = hash };
    }

    public override async Task<VerifyHashResponse> VerifyHash(VerifyHashRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var (text, hash) = (payload.Required("string"), payload.Required("hash"));
        var matches = await hashes.VerifyAsync(context.GetCaller().Principal, text, hash, context.CancellationToken);
        http?.Data(json => json.WriteBooleanValue(matches));
        return new VerifyHashResponse { Matches = matches };
    }

    public override Task<GenerateRandomStringResponse> GenerateRandomString(GenerateRandomStringRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var length = http is null ? request.HasLength ? request.Length : RandomText.DefaultLength : Length(http);
        var text = RandomText.Of(length);
        http?.Data(json => json.WriteStringValue(text));
        return Task.FromResult(new GenerateRandomStringResponse { Value = text });
    }

    public override async Task<SortResponse> Sort(SortRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var (item, to) = (request.Item, request.To);
        if (http is not null)
        {
            var payload = PayloadReader.Of(await http.ReadBodyAsync(context.CancellationToken));
            (item, to) = (payload.Key("item"), payload.Key("to"));
        }

        await sorter.MoveAsync(context.GetCaller(), request.Collection, item, to, context.CancellationToken);
        http?.Empty();
        return new SortResponse();
    }

    public override async Task<ExportResponse> Export(ExportRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is not { } http)
        {
            var file = request.File is null ? [] : JsonObject.Create(StructJson.ToJson(request.File))!;
            var made = await exports.RunAsync(context.GetCaller(), request.Collection, request.Format,
                QueryMessages.Parse(request.Query, limits.Value),
                file, context.CancellationToken);
            return new ExportResponse { File = made };
        }

        var body = await http.ReadBodyAsync(context.CancellationToken);
        var payload = PayloadReader.Of(body);
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out var query))
            throw DirectusException.InvalidPayload("\"query\" is required");
        var told = body.TryGetProperty("file", out var given) && given.ValueKind == JsonValueKind.Object ? JsonObject.Create(given)! : [];
        await exports.RunAsync(context.GetCaller(), request.Collection, payload.Required("format"), ItemQueryParser.Parse(query, limits.Value), told,
            context.CancellationToken);
        http.NoContent();
        return new ExportResponse();
    }

    public override async Task<ImportResponse> Import(ImportRequest request, ServerCallContext context)
    {
        var (http, caller) = (HttpCall.From(context), context.GetCaller());
        if (http is null)
        {
            using var content = new MemoryStream(request.Content.ToByteArray(), writable: false);
            return new ImportResponse
            {
                Items = (int)await imports.BringInAsync(caller, request.Collection, request.Type, content,
                context.CancellationToken)
            };
        }

        await imports.BringInAsync(caller, request.Collection, http, context.CancellationToken);
        http.Empty();
        return new ImportResponse();
    }

    public override async Task<RevertResponse> Revert(RevertRequest request, ServerCallContext context)
    {
        await reverts.RevertAsync(context.GetCaller(), request.Revision, context.CancellationToken);
        HttpCall.From(context)?.NoContent();
        return new RevertResponse();
    }

    public override async Task<ClearCacheResponse> ClearCache(ClearCacheRequest request, ServerCallContext context)
    {
        context.GetCaller().RequireAdmin();
        await known.ForgetAsync(context.CancellationToken);
        HttpCall.From(context)?.Empty();
        return new ClearCacheResponse();
    }

    private static int Length(HttpCall http)
    {
        if (DirectusQueryString.Value(http.Http.Request.QueryString.Value, "length=") is not { } given) return RandomText.DefaultLength;
        if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw Refused("must be a number");
        if (number != Math.Floor(number)) throw Refused("must be an integer");
        if (number < 1) throw Refused("must be greater than or equal to 1");
        return number <= RandomText.MaxLength ? (int)number : throw Refused($"must be less than or equal to {RandomText.MaxLength}");
    }

    private static DirectusException Refused(string why) => DirectusException.InvalidQuery($"\"length\" {why}");
}
