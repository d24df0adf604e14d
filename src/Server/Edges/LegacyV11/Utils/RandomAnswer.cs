using System.Globalization;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Utils;

/// <summary>A random text; how long it is stands in the body, or as some clients have it in the query string.</summary>
internal static class RandomAnswer
{
    public static LegacyAnswer Of(LegacyCall call)
    {
        if (call.Caller.Principal.User is null) throw DirectusException.InvalidCredentials();
        var given = call.Fields.TryGetProperty("length", out var own) ? LegacyParameters.TextOf(own) : call.Parameters.Text("length");
        var length = given is null ? RandomText.DefaultLength
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var text = RandomText.OfAlphanumerics(length);
        return LegacyAnswer.Success(json =>
        {
            json.WriteStartObject();
            json.WriteString("random"u8, text);
            json.WriteEndObject();
        });
    }
}
