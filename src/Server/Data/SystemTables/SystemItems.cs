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
        ["directus_access"] = Read | Write,
        ["directus_dashboards"] = Read | Write,
        ["directus_files"] = Read | Write,
        ["directus_folders"] = Read | Write,
        ["directus_notifications"] = Read | Write,
        ["directus_panels"] = Read | Write,
        ["directus_permissions"] = Read | Write,
        ["directus_policies"] = Read | Write,
        ["directus_presets"] = Read | Write,
        ["directus_roles"] = Read | Write,
        ["directus_shares"] = Read | Write,
        ["directus_translations"] = Read | Write,
        ["directus_users"] = Read | Write,

        // One row, which is always there, and has no key to anybody.
        ["directus_settings"] = ItemUses.List | ItemUses.Follow | ItemUses.Update,

        // The account of what was done: nobody writes or takes back what they did.
        ["directus_activity"] = Read,
        ["directus_revisions"] = Read,

        // Their writes have rules that only a service of their own can keep (whether the target may be read, hashes of
        // content, what a flow would do): until there is one, they are read.
        ["directus_comments"] = Read,
        ["directus_flows"] = Read,
        ["directus_operations"] = Read,
        ["directus_versions"] = Read,

        // CollectionsService, FieldsService and RelationsService tell of them what a caller may know, and change tables along
        // with rows. An item that refers to a collection (a share, a version) shows it as far as rights go.
        ["directus_collections"] = ItemUses.Follow,
        ["directus_fields"] = ItemUses.Follow,
        ["directus_relations"] = ItemUses.Follow,

        // Live tokens.
        ["directus_sessions"] = ItemUses.None,

        // What the server notes for itself.
        ["directus_deployment_projects"] = ItemUses.None,
        ["directus_deployment_runs"] = ItemUses.None,
        ["directus_deployments"] = ItemUses.None,
        ["directus_extensions"] = ItemUses.None,
        ["directus_migrations"] = ItemUses.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the table lets the collection be used so; collections of users are used in every way.</summary>
    public static bool Allow(string collection, ItemUses uses) => !IsSystem(collection) || (Table.GetValueOrDefault(collection) & uses) == uses;

    /// <summary>Whether items of others may hold new, changed and removed ones of it.</summary>
    public static bool AllowNested(string collection) => Allow(collection, Write);

    // A system collection that the table does not know, of a newer release, is closed.
    private static bool IsSystem(string collection) => collection.StartsWith(SystemSchema.Prefix, StringComparison.Ordinal);
}
