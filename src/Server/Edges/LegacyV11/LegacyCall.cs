using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>A call of API v1.1, whichever way it came.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Parameters">What the query string holds.</param>
/// <param name="Body">What the body holds: an object or an array, `{}` when there is none.</param>
/// <param name="Texts">Whether it came as a form, of which all values are texts.</param>
/// <param name="Http">The call over HTTP, if it came so.</param>
/// <param name="Cancellation">Ends the call.</param>
internal sealed record LegacyCall(Caller Caller, LegacyParameters Parameters, JsonElement Body, bool Texts, HttpCall? Http,
    CancellationToken Cancellation)
{
    /// <summary>The body as an object.</summary>
    public JsonElement Fields => Body.ValueKind == JsonValueKind.Object ? Body : throw LegacyErrors.Refused("The body has to be an object");
}
