using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Draws filters: operators that fit, operands that are often in the rows, relations in every direction.</summary>
internal sealed class FilterSource(World world, View view, Pools pools)
{
    private static readonly string[] Presence = ["_null", "_nnull"];
    private static readonly string[] Identity = ["_eq", "_neq", "_in", "_nin"];
    private static readonly string[] Order = [.. Identity, "_lt", "_lte", "_gt", "_gte", "_between", "_nbetween"];

    private static readonly string[] OfText =
    [
        .. Identity, "_empty", "_nempty", "_contains", "_ncontains", "_icontains", "_nicontains", "_starts_with", "_nstarts_with",
        "_istarts_with", "_nistarts_with", "_ends_with", "_nends_with", "_iends_with", "_niends_with",
    ];

    public JsonObject Filter(ModelCollection collection, int depth)
    {
        var filter = new JsonObject();
        foreach (var field in pools.Some(view.Fields(collection), pools.Chance(0.25) ? 2 : 1)) Add(filter, collection, field, depth);
        if (depth > 0 && pools.Chance(0.25)) filter["_and"] = Group(collection, depth - 1);
        if (depth > 0 && pools.Chance(0.25)) filter["_or"] = Group(collection, depth - 1);
        return filter;
    }

    private JsonArray Group(ModelCollection collection, int depth) =>
        new([.. Enumerable.Range(0, 1 + pools.Below(3)).Select(_ => (JsonNode)Filter(collection, depth))]);

    private void Add(JsonObject filter, ModelCollection collection, ModelField field, int depth)
    {
        if (FunctionOf(field) is { } function && pools.Chance(0.25))
        {
            filter[$"{function}({field.Name})"] = Rule(Order, Kind.Integer, () => Number(function));
        }
        else if (field.IsList)
        {
            filter[field.Name] = List(world[field.Target!], depth);
        }
        else if (field.Kind == Kind.Any && depth > 0)
        {
            var target = pools.Of(world.Allowed.Where(allowed => view.Fields(allowed).Any()).ToList());
            filter[$"{field.Name}:{target.Name}"] = Filter(target, depth - 1);
        }
        else if (field.Kind == Kind.One && depth > 0 && view.Fields(world[field.Target!]).Any() && pools.Chance(0.6))
        {
            filter[field.Name] = Filter(world[field.Target!], depth - 1);
        }
        else
        {
            filter[field.Name] = Rule(OperatorsOf(field), field.Kind, () => Operand(collection, field));
        }
    }

    private JsonObject List(ModelCollection target, int depth)
    {
        if (depth <= 0 || !view.Fields(target).Any()) return new() { [pools.Of(Presence)] = pools.Chance(0.5) };
        // A list itself is compared by the keys of its items.
        if (view.Fields(target).Contains(target.Key) && pools.Chance(0.2)) return Test(Identity, target.Key.Kind, () => Operand(target, target.Key));
        return pools.Below(3) switch
        {
            0 => new() { ["_some"] = Filter(target, depth - 1) },
            1 => new() { ["_none"] = Filter(target, depth - 1) },
            _ => Filter(target, depth - 1),
        };
    }

    private JsonObject Rule(string[] operators, Kind kind, Func<JsonNode?> operand)
    {
        if (pools.Chance(0.1))
            return new() { [pools.Chance(0.5) ? "_or" : "_and"] = new JsonArray(Test(operators, kind, operand), Test(operators, kind, operand)) };
        return Test(operators, kind, operand);
    }

    private JsonObject Test(string[] operators, Kind kind, Func<JsonNode?> operand)
    {
        var name = pools.Of([.. operators, .. Presence]);
        JsonNode? Known() => operand() is { } value && value.ToString().Length > 0 ? value : null;

        switch (name)
        {
            case "_null" or "_nnull" or "_empty" or "_nempty":
                return new() { [name] = pools.Chance(0.7) };
            case "_in" or "_nin":
                var list = Enumerable.Range(0, 1 + pools.Below(3)).Select(_ => Known()).OfType<JsonNode>().ToArray();
                return list.Length == 0 ? new() { ["_nnull"] = true } : new() { [name] = new JsonArray(list) };
            case "_between" or "_nbetween":
                return Known() is { } low && Known() is { } high ? new() { [name] = new JsonArray(low, high) } : new() { ["_null"] = true };
            default:
                if (Known() is not { } value) return new() { ["_null"] = false };
                if (!name.Contains("with", StringComparison.Ordinal) && !name.Contains("contains", StringComparison.Ordinal))
                    return new() { [name] = value };
                return new() { [name] = Part(value.ToString()) };
        }
    }

    // A few characters of it, now and then in another case.
    private string Part(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var start = pools.Below(runes.Length);
        var part = string.Concat(runes.Skip(start).Take(1 + pools.Below(runes.Length - start)));
        return pools.Chance(0.3) ? part.ToUpperInvariant() : part;
    }

    private JsonNode? Operand(ModelCollection collection, ModelField field)
    {
        var kind = field.Kind == Kind.One ? world[field.Target!].Key.Kind : field.Kind == Kind.Any ? Kind.String : field.Kind;
        var present = pools.Of(world.Rows(collection.Name)).Values[field.Name];
        var value = pools.Chance(0.7) ? present : pools.Value(kind);
        return value is null ? null : Cells.ToOperand(field, value);
    }

    private JsonNode? Number(string function) => function switch
    {
        "year" => pools.Of([1969, 2000, 2020, 2021, 2024]),
        "count" => pools.Below(4),
        "hour" => pools.Of([0, 8, 12, 23]),
        "minute" or "second" => pools.Of([0, 5, 30, 59]),
        _ => 1 + pools.Below(6),
    };

    private static string[] OperatorsOf(ModelField field) => field.Kind switch
    {
        Kind.Boolean => ["_eq", "_neq"],
        Kind.Uuid or Kind.Any => Identity,
        Kind.Json => [],
        Kind.One => Identity,
        _ => field.IsText ? OfText : Order,
    };

    public string? FunctionOf(ModelField field) => field.Kind switch
    {
        Kind.Date => pools.Of(["year", "month", "week", "day", "weekday"]),
        Kind.Time => pools.Of(["hour", "minute", "second"]),
        Kind.DateTime or Kind.Timestamp => pools.Of(["year", "month", "week", "day", "weekday", "hour", "minute", "second"]),
        Kind.Json or Kind.Many => "count",
        _ => null,
    };
}
