namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>The collections of the model and all of their rows: things that hang on each other, have an owner, tags by a
/// junction, and blocks that lead to people or tags.</summary>
internal sealed class World
{
    private readonly Dictionary<string, List<Row>> rows;

    public World(string mark)
    {
        var (people, tags, things, links, blocks) = ($"people_{mark}", $"tags_{mark}", $"things_{mark}", $"links_{mark}", $"blocks_{mark}");
        People = new(people, new("id", Kind.Integer), new("name", Kind.String), new("age", Kind.Integer), new("boss", Kind.One, people),
            new("team", Kind.Many, people, "boss"), new("things", Kind.Many, things, "owner"));
        Tags = new(tags, new("code", Kind.String), new("label", Kind.Text), new("weight", Kind.Float), new("links", Kind.Many, links, "tag"));
        Things = new(things, new("id", Kind.Integer), new("title", Kind.String), new("body", Kind.Text), new("labels", Kind.Csv),
            new("amount", Kind.Integer), new("big", Kind.BigInteger), new("ratio", Kind.Float), new("price", Kind.Decimal),
            new("flag", Kind.Boolean), new("day", Kind.Date), new("hour", Kind.Time), new("moment", Kind.DateTime), new("stamp", Kind.Timestamp),
            new("data", Kind.Json), new("ident", Kind.Uuid), new("owner", Kind.One, people), new("parent", Kind.One, things),
            new("children", Kind.Many, things, "parent"), new("tags", Kind.Many, links, "thing"), new("blocks", Kind.Many, blocks, "thing"));
        Links = new(links, new("id", Kind.Integer), new("thing", Kind.One, things), new("tag", Kind.One, tags), new("place", Kind.Integer));
        Blocks = new(blocks, new("id", Kind.Integer), new("thing", Kind.One, things), new("kind", Kind.String), new("item", Kind.Any, Via: "kind"));
        rows = Collections.ToDictionary(collection => collection.Name, _ => new List<Row>());
    }

    public ModelCollection People { get; }

    public ModelCollection Tags { get; }

    public ModelCollection Things { get; }

    public ModelCollection Links { get; }

    public ModelCollection Blocks { get; }

    public ModelCollection[] Collections => [People, Tags, Things, Links, Blocks];

    /// <summary>The collections that blocks may lead to.</summary>
    public ModelCollection[] Allowed => [People, Tags];

    public ModelCollection this[string name] => Collections.Single(collection => collection.Name == name);

    public List<Row> Rows(string collection) => rows[collection];
}
