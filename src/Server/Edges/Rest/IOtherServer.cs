namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>A server that may have the routes that there are not here.</summary>
internal interface IOtherServer
{
    /// <summary>Answers a request for which there is no route; false where it is none of the other's either, and nothing was answered.</summary>
    Task<bool> AnswersAsync(HttpContext http);
}
