using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Items;

/// <summary>Compares what a write says of items with what its caller reads of them. Who may not read does not learn it so.</summary>
public sealed class ValuesAsRead(PlanContexts contexts)
{
    // Few enough to be read without a cursor, which would want a transaction of its own.
    private const int MostAtOnce = 50;

    /// <summary>Whether the items all have these values.</summary>
    public async Task<bool> MatchAsync(Caller caller, DbSession session, string collection, IReadOnlyList<object> keys, JsonObject values,
        IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (!names.All(name => caller.Access.For(collection, AccessAction.Read).Any(rule => rule.Allows(name)))) return false;
        var query = new ItemQuery { Fields = [.. names.Select(name => new FieldSelection(new FieldPath(name), []))], Limit = -1 };
        foreach (var some in keys.Chunk(MostAtOnce))
        {
            var plan = QueryPlanner.Plan(contexts.For(caller), caller.Schema[collection], query, [.. some]).Root!;
            var items = await TreeStream.ReadAsync(session, plan with { Order = [], Limit = some.Length }, cancellation);
            if (items.GetArrayLength() != some.Length) return false;
            if (!items.EnumerateArray().All(item => names.All(name => IsSame(item.GetProperty(name), values[name])))) return false;
        }

        return true;
    }

    // Numbers beyond those of JSON are texts.
    private static bool IsSame(JsonElement stored, JsonNode? given) =>
        ValueParser.Text(stored) == ValueParser.Text(JsonSerializer.SerializeToElement(given));
}
