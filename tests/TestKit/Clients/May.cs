namespace Directus.Grpc.TestKit;

/// <summary>Something that a user of a test may do: <c>May.Read("articles", "title").Where(new { … })</c>.</summary>
public sealed record May(string Collection, string Action, IReadOnlyList<string> Fields, object Rule)
{
    public static May Read(string collection, params string[] fields) => Do("read", collection, fields);

    public static May Create(string collection, params string[] fields) => Do("create", collection, fields);

    public static May Update(string collection, params string[] fields) => Do("update", collection, fields);

    public static May Delete(string collection) => Do("delete", collection, []);

    public static May Share(string collection) => Do("share", collection, []);

    /// <summary>Limits it to the items that match this filter.</summary>
    public May Where(object filter) => this with { Rule = filter };

    /// <summary>What a written item has to keep.</summary>
    public May Keeping(object validation) => this with { Validation = validation };

    /// <summary>What a write gets that leaves it out.</summary>
    public May Presetting(object presets) => this with { Presets = presets };

    private object? Validation { get; init; }

    private object? Presets { get; init; }

    internal object In(string policy) =>
        new { policy, collection = Collection, action = Action, fields = Fields, permissions = Rule, validation = Validation, presets = Presets };

    private static May Do(string action, string collection, string[] fields) =>
        new(collection, action, fields.Length == 0 ? ["*"] : fields, new { });
}
