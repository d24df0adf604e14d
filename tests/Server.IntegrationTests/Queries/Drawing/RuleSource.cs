namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Draws permissions: of each collection one to three, with rows and fields of their own. Keys can be seen by each.</summary>
internal sealed class RuleSource(World world, Pools pools)
{
    public Rule[] Next() => [.. world.Collections.SelectMany(collection => Enumerable.Range(0, 1 + pools.Below(3)).Select(_ => Next(collection)))];

    private Rule Next(ModelCollection collection)
    {
        var filters = new FilterSource(world, new View(world, null), pools);
        var filter = pools.Chance(0.25) ? [] : filters.Filter(collection, pools.Below(3));
        if (pools.Chance(0.15)) return new Rule(collection.Name, filter, []);
        var fields = pools.Some(collection.Fields, collection.Fields.Length).Select(field => field.Name).Append(collection.Key.Name).ToHashSet();
        // A key of any collection says nothing without the name beside it.
        if (collection.Fields.FirstOrDefault(field => field.Kind == Kind.Any) is { } any && fields.Contains(any.Name)) fields.Add(any.Via!);
        return new Rule(collection.Name, filter, [.. fields]);
    }
}
