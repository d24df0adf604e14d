namespace Directus.Grpc.TestKit;

/// <summary>The kind of database that a test runs on.</summary>
public sealed record TestDatabase
{
    public static readonly TestDatabase Sqlite = new("sqlite");
    public static readonly TestDatabase Postgres = new("pg");

    public static IReadOnlyList<TestDatabase> All { get; } = [Sqlite, Postgres];

    private TestDatabase(string name) => Name = name;

    public string Name { get; }

    /// <summary>An empty database of this kind; a file goes into the folder.</summary>
    public async Task<FreshDatabase> CreateAsync(DirectoryInfo folder) =>
        this == Sqlite ? new SqliteFile(Path.Combine(folder.FullName, "directus.db")) : await PostgresDatabase.CreateAsync();

    public override string ToString() => Name;
}
