namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>What a caller sees of a world: the rows that some rule admits, and of each the fields that such a rule grants; any
/// other value counts as null. Without rules everything.</summary>
internal sealed class View(World world, Rule[]? rules)
{
    private readonly Dictionary<Row, Rule[]> admitted = new(ReferenceEqualityComparer.Instance);

    public World World { get; } = world;

    public IEnumerable<Row> Rows(string collection) => World.Rows(collection).Where(Sees);

    /// <summary>The fields that may be named.</summary>
    public IEnumerable<ModelField> Fields(ModelCollection collection) =>
        collection.Fields.Where(field => rules is null || rules.Any(rule => rule.Collection == collection.Name && rule.Grants(field.Name)));

    public bool Shows(Row row, ModelField field) => rules is null || Admitting(row).Any(rule => rule.Grants(field.Name));

    /// <summary>Whether something of what is asked for is seen of the row: one of which nothing is may as well be absent.</summary>
    public bool ShowsAny(Row row, IEnumerable<string> steps) => steps.Any(step => step == "*" || Shows(row, row.Collection[FieldTree.NameOf(step)]));

    /// <summary>The value of a column; null where it is not seen, and of no row.</summary>
    public object? Value(Row? row, ModelField field) => row is not null && Shows(row, field) ? row.Values[field.Name] : null;

    public Row? One(Row? row, ModelField field) => Find(field.Target!, Value(row, field));

    public IEnumerable<Row> Many(Row? row, ModelField field)
    {
        // The list grants what it shows; the foreign key of its items need not be seen.
        return row is null || !Shows(row, field) ? [] : Rows(field.Target!).Where(child => Equals(child.Values[field.Via!], row.Key));
    }

    /// <summary>The item that a many-to-any leads to, when it is one of this collection.</summary>
    public Row? Any(Row? row, ModelField field, string collection)
    {
        if (row is null || !Equals(Value(row, row.Collection[field.Via!]), collection)) return null;
        var key = Value(row, field);
        return Rows(collection).SingleOrDefault(found => Equals(found.Key.ToString(), key));
    }

    private Row? Find(string collection, object? key) => key is null ? null : Rows(collection).SingleOrDefault(row => row.Key.Equals(key));

    private bool Sees(Row row) => rules is null || Admitting(row).Length > 0;

    // Rules themselves see everything.
    private Rule[] Admitting(Row row)
    {
        if (admitted.TryGetValue(row, out var known)) return known;
        var everything = new Filters(new View(World, null));
        return admitted[row] = [.. rules!.Where(rule =>
            rule.Collection == row.Collection.Name && everything.Match(rule.Filter, row.Collection, row))];
    }
}
