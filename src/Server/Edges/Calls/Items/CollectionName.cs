using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Which collection a call names. Over REST user collections live under `/items`, where system collections are
/// not to be found; those have a route of their own, without their prefix.</summary>
internal static class CollectionName
{
    public static string Of(string given, HttpCall? http)
    {
        if (http is null) return given;
        if (!http.Http.Request.Path.StartsWithSegments("/items", StringComparison.OrdinalIgnoreCase))
            return SystemCollections.Prefix + given.ToLowerInvariant();
        return given.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal) ? throw DirectusException.Forbidden() : given;
    }
}
