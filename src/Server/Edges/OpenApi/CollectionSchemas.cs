using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.OpenApi;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>The items of each collection that a caller may read or write, as schemas of the document.</summary>
internal sealed class CollectionSchemas
{
    private readonly OpenApiDocument _document;
    private readonly Caller _caller;
    private readonly Dictionary<string, string> _names = [];

    public CollectionSchemas(OpenApiDocument document, Caller caller)
    {
        (_document, _caller) = (document, caller);
        foreach (var collection in caller.Schema.Collections.OrderBy(one => one.Name, StringComparer.Ordinal))
            if (Actions.Any(action => May(collection.Name, action))) _names[collection.Name] = Unique(NameOf(collection.Name));
    }

    private static AccessAction[] Actions { get; } = [AccessAction.Read, AccessAction.Create, AccessAction.Update];

    /// <summary>The collections that are in the document, and the names of their schemas.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>A reference to the schema of a collection; null when it has none.</summary>
    public IOpenApiSchema? Refer(string collection) =>
        _names.TryGetValue(collection, out var name) ? new OpenApiSchemaReference(name, _document) : null;

    /// <summary>Whether the caller may do this to some items there, on addresses of items.</summary>
    public bool May(string collection, AccessAction action) =>
        _caller.Access.Allows(collection, action) && SystemItems.Allow(collection, Use(action));

    public void AddTo(OpenApiComponents components)
    {
        var fields = new FieldSchemas(new VisibleSchema(_caller.Schema, _caller.Access, AccessAction.Read), Refer);
        foreach (var (collection, name) in _names) components.Schemas![name] = Of(_caller.Schema[collection], fields);
    }

    private OpenApiSchema Of(Collection collection, FieldSchemas fields)
    {
        var properties = new Dictionary<string, IOpenApiSchema>();
        foreach (var field in collection.Fields)
            if (Actions.Any(action => _caller.Access.Allows(collection.Name, action, field.Name))) properties[field.Name] = fields.Of(field);
        var note = (string?)collection.Meta?["note"];
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Description = note?.StartsWith("$t:", StringComparison.Ordinal) == false ? note : null,
            // By which generators of types tell what belongs to which collection.
            Extensions = new Dictionary<string, IOpenApiExtension> { ["x-collection"] = new JsonNodeExtension(JsonValue.Create(collection.Name)) },
        };
    }

    // `articles` is ItemsArticles, `directus_users` is Users.
    private static string NameOf(string collection) => collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)
        ? Words(collection[SystemCollections.Prefix.Length..])
        : $"Items{Words(collection)}";

    private static string Words(string name) => string.Concat(name.Split(
        [.. name.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    // Names that differ only in what no name of a schema may hold.
    private string Unique(string name)
    {
        var unique = name;
        for (var number = 2; _names.ContainsValue(unique); number++) unique = $"{name}{number}";
        return unique;
    }

    private static ItemUses Use(AccessAction action) => action switch
    {
        AccessAction.Create => ItemUses.Create,
        AccessAction.Update => ItemUses.Update,
        AccessAction.Delete => ItemUses.Delete,
        _ => ItemUses.List,
    };
}
