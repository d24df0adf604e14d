using System.Collections.Frozen;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>What may be done to the rows of each system collection as items, by anyone and on every face: REST, gRPC, GraphQL,
/// exports, what is nested. Rights only take away from it. What is not here goes through a service that keeps other rules;
/// such services (the editor of the schema, the recorder of activity, sessions, logins) write below this table.</summary>
internal static class SystemItems
{
    private const ItemUses Read = ItemUses.List | ItemUses.Get | ItemUses.Follow;
    private const ItemUses Write = ItemUses.Create | ItemUses.Update | ItemUses.Delete;

    private static readonly FrozenDictionary<string, ItemUses> Table = new Dictionary<string, ItemUses>
    {
        // Items like those of users. Their rules hold wherever they are written (IItemRules), so that their typed services
        // are the same calls in other words.
        [SystemCollections.Access] = Read | Write,
        [SystemCollections.Comments] = Read | Write,
        [SystemCollections.Dashboards] = Read | Write,
        [SystemCollections.Files] = Read | Write,
        [SystemCollections.Folders] = Read | Write,
        [SystemCollections.Notifications] = Read | Write,
        [SystemCollections.Panels] = Read | Write,
        [SystemCollections.Permissions] = Read | Write,
        [SystemCollections.Policies] = Read | Write,
        [SystemCollections.Presets] = Read | Write,
        [SystemCollections.Roles] = Read | Write,
        [SystemCollections.Shares] = Read | Write,
        [SystemCollections.Translations] = Read | Write,
        [SystemCollections.Users] = Read | Write,
        [SystemCollections.Versions] = Read | Write,

        // One row, which is always there, and has no key to anybody.
        [SystemCollections.Settings] = ItemUses.List | ItemUses.Follow | ItemUses.Update,

        // The account of what was done: nobody writes or takes back what they did.
        [SystemCollections.Activity] = Read,
        [SystemCollections.Revisions] = Read,

        // What a flow would do, only a service of its own can tell: until there is one, they are read.
        [SystemCollections.Flows] = Read,
        [SystemCollections.Operations] = Read,

        // CollectionsService, FieldsService and RelationsService tell of them what a caller may know, and change tables along
        // with rows. An item that refers to a collection (a share, a version) shows it as far as rights go.
        [SystemCollections.Collections] = ItemUses.Follow,
        [SystemCollections.Fields] = ItemUses.Follow,
        [SystemCollections.Relations] = ItemUses.Follow,

        // Live tokens.
        [SystemCollections.Sessions] = ItemUses.None,

        // What the server notes for itself.
        [SystemCollections.DeploymentProjects] = ItemUses.None,
        [SystemCollections.DeploymentRuns] = ItemUses.None,
        [SystemCollections.Deployments] = ItemUses.None,
        [SystemCollections.Extensions] = ItemUses.None,
        [SystemCollections.Migrations] = ItemUses.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the table lets the collection be used so; collections of users are used in every way.</summary>
    public static bool Allow(string collection, ItemUses uses) => !IsSystem(collection) || (Table.GetValueOrDefault(collection) & uses) == uses;

    /// <summary>Whether items of others may hold new, changed and removed ones of it.</summary>
    public static bool AllowNested(string collection) => Allow(collection, Write);

    /// <summary>The collections that may be used so.</summary>
    public static IEnumerable<string> With(ItemUses uses) => Table.Where(entry => (entry.Value & uses) == uses).Select(entry => entry.Key);

    // A system collection that the table does not know, of a newer release, is closed.
    private static bool IsSystem(string collection) => collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal);
}
