using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Utils.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Project;

/// <summary>Small tools over both faces.</summary>
internal sealed class UtilsGrpcService(TextHashes hashes) : UtilsService.UtilsServiceBase
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
