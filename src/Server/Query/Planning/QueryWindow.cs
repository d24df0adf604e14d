using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Limit and offset of a query with the server's default and maximum; a null limit means none.</summary>
public readonly record struct QueryWindow(int? Limit, int Offset)
{
    public static QueryWindow Of(ItemQuery query, QueryLimits options)
    {
        var asked = query.Limit ?? options.EffectiveDefault;
        if (options.Max >= 0 && (asked < 0 || asked > options.Max))
        {
            if (query.Limit is not null && asked > options.Max)
                throw DirectusException.InvalidQuery($"\"limit\" must be at most {options.Max}");
            asked = options.Max;
        }

        int? limit = asked < 0 ? null : asked;
        if (query.Page is not { } page || limit is not { } size) return new QueryWindow(limit, query.Offset);
        var offset = (page - 1L) * size;
        return offset > int.MaxValue ? throw DirectusException.InvalidQuery("\"page\" is too large") : new QueryWindow(limit, (int)offset);
    }
}
