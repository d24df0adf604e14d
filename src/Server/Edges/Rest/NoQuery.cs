using Microsoft.AspNetCore.Http.Features;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Hides the query from transcoding, which would bind keys such as `filter` to fields of messages.</summary>
internal sealed class NoQuery : IQueryFeature
{
    public static NoQuery Instance { get; } = new();

    public IQueryCollection Query
    {
        get => QueryCollection.Empty;
        set => throw new NotSupportedException("The query is read from the query string.");
    }
}
