using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Utils;

/// <summary>The hash of a text, for users: it may be costly.</summary>
internal sealed class HashAnswer(OldHashes hashes)
{
    public async Task<LegacyAnswer> AnswerAsync(LegacyCall call)
    {
        if (call.Caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        var fields = call.Fields;
        if (!fields.TryGetProperty("string", out var given) || given.ValueKind != JsonValueKind.String)
            return LegacyAnswer.Failure("Hash expect a string");
        var text = given.GetString()!;
        var hasher = fields.TryGetProperty("hasher", out var named) ? LegacyParameters.TextOf(named) ?? "" : "core";
        var hash = hasher is "core" or "bcrypt"
            ? await hashes.BcryptAsync(text, Cost(fields), call.Cancellation)
            : OldHashes.Digest(hasher, text) ?? throw LegacyErrors.Refused($"The hasher [{hasher}] is unknown");
        return LegacyAnswer.Success(json =>
        {
            json.WriteStartObject();
            json.WriteString("hash"u8, hash);
            json.WriteEndObject();
        });
    }

    private static int Cost(JsonElement fields)
    {
        if (!fields.TryGetProperty("options", out var options) || options.ValueKind != JsonValueKind.Object
            || !options.TryGetProperty("cost", out var cost)) return OldHashes.UsualCost;
        return int.TryParse(LegacyParameters.TextOf(cost), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
