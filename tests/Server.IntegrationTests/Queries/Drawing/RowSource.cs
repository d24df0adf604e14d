namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Fills a world with rows: a third of the values null, many equal.</summary>
internal sealed class RowSource(World world, Pools pools)
{
    private static readonly (string Name, int Rows)[] Sizes = [("people", 12), ("tags", 7), ("things", 40), ("links", 50), ("blocks", 40)];

    public void Fill()
    {
        foreach (var collection in world.Collections)
        {
            var size = Sizes.Single(size => collection.Name.StartsWith(size.Name, StringComparison.Ordinal)).Rows;
            for (var i = 1; i <= size; i++) world.Rows(collection.Name).Add(Row(collection, i));
        }
    }

    private Row Row(ModelCollection collection, int number)
    {
        var row = new Row(collection, []);
        foreach (var field in collection.Columns) row.Values[field.Name] = field == collection.Key ? Key(field, number) : Value(field, collection);
        if (collection == world.Blocks) LeadSomewhere(row);
        return row;
    }

    private static object Key(ModelField field, int number) => field.Kind == Kind.String ? $"{(char)('g' - number)}{number}" : (object)(long)number;

    // Rows refer only to rows that are there already, also of their own collection.
    private object? Value(ModelField field, ModelCollection collection)
    {
        if (pools.Chance(field.Kind == Kind.One ? 0.2 : 0.3)) return null;
        if (field.Kind == Kind.One) return world.Rows(field.Target!) is { Count: > 0 } there ? pools.Of(there).Key : null;
        if (collection == world.Links && field.Name == "place") return (long)pools.Below(4);
        return field.Kind == Kind.Any ? null : pools.Value(field.Kind);
    }

    // To an item, to one that is gone, or nowhere.
    private void LeadSomewhere(Row row)
    {
        var target = pools.Of(world.Allowed);
        var nowhere = pools.Chance(0.1);
        row.Values["kind"] = nowhere ? null : target.Name;
        row.Values["item"] = nowhere ? null : pools.Chance(0.1) ? "999" : pools.Of(world.Rows(target.Name)).Key.ToString();
    }
}
