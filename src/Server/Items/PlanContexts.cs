using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Variables;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Items;

/// <summary>What plans depend on, for a caller at this moment.</summary>
public sealed class PlanContexts(IOptions<QueryLimits> options, TimeProvider clock, StoredVariables stored)
{
    public PlanContext For(Caller caller) => new(caller.Schema, caller.Access, caller.VariablesAt(clock.GetUtcNow()), options.Value);

    /// <summary>With the values of the stored fields that the query names, as far as the caller may read them.</summary>
    public async ValueTask<PlanContext> ForAsync(Caller caller, ItemQuery query, CancellationToken cancellation)
    {
        var context = For(caller);
        var names = new HashSet<string>(StringComparer.Ordinal);
        VariableNames.Collect(query, names);
        if (names.Count == 0) return context;
        return context with { Variables = context.Variables with { OfQuery = await stored.ReadAsync(caller, names, cancellation) } };
    }
}
