using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Access;

/// <summary>What a caller sees of the schema: the collections and fields that their rules let them read. What is hidden is
/// answered like what is not there.</summary>
internal sealed class SchemaView(Caller caller)
{
    public IEnumerable<JsonObject> Collections()
    {
        RequireRead(SystemCollections.Collections, SchemaRefusals.Hidden);
        var tables = caller.Schema.Collections.Where(collection => MayRead(collection.Name)).ToList();
        var folders = caller.Principal.Admin ? [.. caller.Schema.Folders] : FoldersOf(tables);
        return tables.OrderBy(collection => collection.IsSystem).ThenBy(collection => collection.Name, StringComparer.Ordinal)
            .Select(SchemaJson.Of).Concat(folders.Select(SchemaJson.OfFolder));
    }

    public JsonObject Collection(string name)
    {
        RequireRead(SystemCollections.Collections, SchemaRefusals.Hidden);
        if (caller.Schema.TryGetCollection(name, out var collection) && MayRead(name)) return SchemaJson.Of(collection);
        var folder = caller.Principal.Admin ? Folder(name) : null;
        if (folder is not null) return SchemaJson.OfFolder(folder);
        throw caller.Principal.Admin ? DirectusException.Forbidden() : SchemaRefusals.NotReadable(name);
    }

    public IEnumerable<JsonObject> Fields()
    {
        RequireRead(SystemCollections.Fields, SchemaRefusals.NotReadable);
        return caller.Schema.Collections.OrderBy(collection => collection.IsSystem).ThenBy(collection => collection.Name, StringComparer.Ordinal)
            .SelectMany(collection => collection.Fields).Where(MayRead).Select(SchemaJson.Of);
    }

    public IEnumerable<JsonObject> Fields(string collection)
    {
        RequireRead(SystemCollections.Fields, SchemaRefusals.NotReadable);
        if (!caller.Schema.TryGetCollection(collection, out var found) || !MayRead(collection))
        {
            throw caller.Principal.Admin ? SchemaRefusals.Hidden(collection) : DirectusException.Forbidden();
        }

        return found.Fields.Where(MayRead).Select(SchemaJson.Of);
    }

    public JsonObject Field(string collection, string name)
    {
        if (!caller.Schema.TryGetCollection(collection, out var found) || !MayRead(collection))
        {
            throw caller.Principal.Admin ? SchemaRefusals.Hidden(collection) : SchemaRefusals.NotReadable(collection);
        }

        return found.TryGetField(name, out var field) && MayRead(field) ? SchemaJson.Of(field) : throw DirectusException.Forbidden();
    }

    public IEnumerable<JsonObject> Relations()
    {
        RequireRead(SystemCollections.Relations, SchemaRefusals.NotReadable);
        return caller.Schema.Relations.Where(MayRead).Select(SchemaJson.Of);
    }

    public IEnumerable<JsonObject> Relations(string collection)
    {
        RequireRead(SystemCollections.Relations, SchemaRefusals.NotReadable);
        if (caller.Principal.Admin && !caller.Schema.TryGetCollection(collection, out _)) throw SchemaRefusals.Hidden(collection);
        return caller.Schema.Relations.Where(relation => relation.ManyCollection == collection && MayRead(relation)).Select(SchemaJson.Of);
    }

    public JsonObject Relation(string collection, string field)
    {
        RequireRead(SystemCollections.Relations, SchemaRefusals.NotReadable);
        if (caller.Principal.Admin && !caller.Schema.TryGetCollection(collection, out _)) throw SchemaRefusals.Hidden(collection);
        return caller.Schema.RelationOfMany(collection, field) is { } relation && MayRead(relation)
            ? SchemaJson.Of(relation)
            : throw DirectusException.Forbidden();
    }

    private void RequireRead(string table, Func<string, DirectusException> refusal)
    {
        if (!MayRead(table)) throw refusal(table);
    }

    private bool MayRead(string collection) => caller.Access.Allows(collection, AccessAction.Read);

    private bool MayRead(Field field) => caller.Access.Allows(field.Collection, AccessAction.Read, field.Name);

    // Both ends have to be readable, the list at the other end too: the one tells of the other.
    private bool MayRead(Relation relation) =>
        caller.Schema[relation.ManyCollection].TryGetField(relation.ManyField, out var field) && MayRead(field)
        && (relation.OneCollection is { } one
            ? MayRead(one) && (relation.OneField is null || !caller.Schema[one].TryGetField(relation.OneField, out var list) || MayRead(list))
            : caller.Principal.Admin || relation.OneAllowedCollections.All(MayRead));

    private JsonObject? Folder(string name) => caller.Schema.Folders.FirstOrDefault(folder => (string?)folder["collection"] == name);

    // A folder is seen through what it holds.
    private List<JsonObject> FoldersOf(IEnumerable<Collection> collections)
    {
        var found = new Dictionary<string, JsonObject>();
        foreach (var collection in collections)
        {
            var group = (string?)collection.Meta?["group"];
            while (group is not null && !found.ContainsKey(group) && Folder(group) is { } folder)
            {
                found.Add(group, folder);
                group = (string?)folder["group"];
            }
        }

        return [.. found.Values];
    }
}
