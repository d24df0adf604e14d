using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A change of the schema under way: the schema as the transaction found it, and the means to change it.</summary>
internal sealed class EditSession(DbSession session, SchemaReader reader, DatabaseSchema schema, CancellationToken cancellation)
{
    /// <summary>The schema as the transaction found it, or as the last refresh did.</summary>
    public DatabaseSchema Schema { get; private set; } = schema;

    public ITableEditor Tables { get; } = session.Dialect.EditorOf(session, cancellation);

    public MetaStore Meta { get; } = new(session, cancellation);

    /// <summary>What is being changed, for refusals of a database that does not name it.</summary>
    public (string? Collection, string? Field) Subject { get; set; }

    /// <summary>Reads what has been changed so far.</summary>
    public async Task RefreshAsync() => Schema = await reader.ReadAsync(session, 0, cancellation);

    /// <summary>A collection with a table, or the refusal of a call to something that is not there.</summary>
    public Collection Require(string collection) =>
        Schema.TryGetCollection(collection, out var found) ? found : throw SchemaRefusals.Hidden(collection);

    /// <summary>Whether a table or folder has the name.</summary>
    public bool IsTaken(string collection) => Schema.TryGetCollection(collection, out _) || IsFolder(collection);

    public bool IsFolder(string collection) => Schema.Folders.Any(folder => (string?)folder["collection"] == collection);

    public async Task RequireGroupAsync(string table, IEnumerable<MetaValue> values)
    {
        var group = values.FirstOrDefault(value => value.Column == "group").Value as string;
        if (group is not null && !await Meta.ExistsAsync(SystemCollections.Collections, new MetaValue("collection", group)))
        {
            throw SchemaRefusals.ForeignKey(table, "group", group);
        }
    }

    public static void RequireAdmin(Principal principal)
    {
        if (!principal.Admin) throw DirectusException.Forbidden();
    }
}
