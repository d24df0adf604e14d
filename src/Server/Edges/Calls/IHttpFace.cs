using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>A face that does not speak as Directus does over HTTP: its query strings hold no item query, and its refusals look
/// otherwise. It is a feature of each request on its routes.</summary>
internal interface IHttpFace
{
    public static IHttpFace? Of(HttpContext http) => http.Features.Get<IHttpFace>();

    /// <summary>The status of an answer that refuses.</summary>
    int Status(IReadOnlyList<DirectusError> refusals);

    /// <summary>Writes the body of such an answer.</summary>
    void Write(Utf8JsonWriter json, IReadOnlyList<DirectusError> refusals);
}
