using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Reads the rows that variables name. Limits of queries don't count here: a list that is cut off is another list.</summary>
internal sealed class VariableRows(Database database, TimeProvider clock) : IVariableRows
{
    private static readonly QueryLimits NoLimits = new() { Default = -1, Max = -1 };

    public async Task<JsonElement> ReadAsync(Caller caller, Collection collection, IReadOnlyList<Guid> keys, ImmutableArray<FieldSelection> fields,
        CancellationToken cancellation)
    {
        var typed = ItemKeys.Parse(collection, [.. keys.Select(key => JsonSerializer.SerializeToElement(key))]);
        var context = new PlanContext(caller.Schema, caller.Access, caller.VariablesAt(clock.GetUtcNow()), NoLimits);
        var root = QueryPlanner.Plan(context, collection, new ItemQuery { Fields = fields, Limit = -1 }, typed, named: false).Root!;
        await using var session = await database.OpenAsync(cancellation);
        return await TreeStream.ReadAsync(session, root, cancellation);
    }
}
