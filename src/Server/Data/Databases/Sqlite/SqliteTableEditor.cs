using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>SQLite can add a plain column and little else: the rest is a new table with the rows of the old.</summary>
internal sealed partial class SqliteTableEditor(DbSession session, SqliteDdl ddl, CancellationToken cancellation) : ITableEditor
{
    private readonly SqliteRebuild _rebuild = new(session, cancellation);

    [GeneratedRegex(@"^[\p{L}\p{N}_ ]*(\([\d, ]+\))?$")]
    private static partial Regex PlainType();

    public Task CreateAsync(params IReadOnlyList<TableDefinition> tables) => RunAsync(ddl.CreateTables(tables));

    public Task DropAsync(string table) => RunAsync([ddl.DropTable(table)]);

    // References of other tables follow.
    public Task RenameAsync(string table, string name) => RunAsync([$"alter table {Quote(table)} rename to {Quote(name)}"]);

    public Task RenameColumnAsync(string table, string column, string name) =>
        RunAsync([$"alter table {Quote(table)} rename column {Quote(column)} to {Quote(name)}"]);

    // Nothing finds a foreign key by its name here.
    public Task RenameForeignKeyAsync(string table, ForeignKeySchema key, string name) => Task.CompletedTask;

    public async Task AddColumnAsync(string table, ColumnDefinition column)
    {
        var clause = ddl.ColumnClause(column);
        // A column that must not be null, or whose default is computed, can be added to an empty table only.
        if (column is { Nullable: true, Default: null or { IsNow: false, Existing: null } })
            await RunAsync([$"alter table {Quote(table)} add column {clause}"]);
        else await _rebuild.RunAsync(table, text => text.Adding(clause, column: true));
        await RunAsync(ddl.Indexes(table, column));
    }

    public async Task AlterColumnAsync(string table, ColumnChange change)
    {
        var name = change.New.Name;
        if (change is { Unique: true, New.Unique: false })
        {
            await DropIndexesAsync(table, name, unique: true);
        }

        if (change is { Indexed: true, New.Indexed: false }) await DropIndexesAsync(table, name, unique: false);
        if (change.Type || change.Default || change.Nullable || change is { Unique: true, New.Unique: false })
        {
            var converted = change.Type && SqliteConversion.Of(change.Old, change.New) is { } value
                ? (change.New.Name, value)
                : default((string, string)?);
            await _rebuild.RunAsync(table, text => Changed(table, text, change), converted);
            if (change.Type) await new SqliteConversion(session, cancellation).CheckAsync(table, change.Old, change.New);
        }

        if (change is { Unique: true, New.Unique: true }) await RunAsync([ddl.CreateUnique(table, name)]);
        if (change is { Indexed: true, New.Indexed: true }) await RunAsync([ddl.CreateIndex(table, name)]);
    }

    public Task DropColumnAsync(string table, string column) => _rebuild.RunAsync(table, text => text.Without(column));

    public Task AddForeignKeyAsync(string table, string column, ForeignKeyDefinition key) =>
        _rebuild.RunAsync(table, text => text.Adding(ddl.ForeignKeyClause(table, column, key), column: false));

    // A reference that stands in the column's own definition goes with a definition made anew.
    public Task DropForeignKeyAsync(string table, ColumnSchema column) => _rebuild.RunAsync(table, text =>
        text.WithoutForeignKey(column.Name) is var without && without.Parts.Length < text.Parts.Length
            ? without
            : text.With(column.Name, Clause(ExistingColumn.Definition(column))));

    private SqliteTableText Changed(string table, SqliteTableText text, ColumnChange change)
    {
        var changed = text.With(change.New.Name, Clause(change.New));
        // Made anew, the definition loses a reference that stood in it.
        var inline = change.Old.ForeignKey is not null
            && !text.Parts.Any(part => part.IsForeignKey && part.Constrained.Contains(change.New.Name));
        if (inline) changed = changed.Adding(ddl.ForeignKeyClause(table, change.New.Name, Reference(change.Old.ForeignKey!)), column: false);
        return change is { Unique: true, New.Unique: false } ? changed.WithoutUnique(change.New.Name) : changed;
    }

    private static ForeignKeyDefinition Reference(ForeignKeySchema key) =>
        new(key.Table, key.Column, ReferentialActions.Parse(key.OnDelete), ReferentialActions.Parse(key.OnUpdate));

    private async Task DropIndexesAsync(string table, string column, bool unique)
    {
        var sql = new SqlBuilder(session.Dialect).Append("select i.name from pragma_index_list(").Value(table, SqlKind.Text)
            .Append(") i where i.partial = 0 and i.origin = 'c' and i.\"unique\" = ").Value(unique, SqlKind.Boolean)
            .Append(" and (select group_concat(c.name) from pragma_index_info(i.name) c) = ").Value(column, SqlKind.Text);
        var indexes = await session.QueryAsync(sql.Build(), row => row.GetString(0), cancellation);
        await RunAsync(indexes.Select(ddl.DropIndex));
    }

    private string Clause(ColumnDefinition column) => column.ExistingType is null || PlainType().IsMatch(column.ExistingType)
        ? ddl.ColumnClause(column)
        : throw DirectusException.InvalidPayload($"Field \"{column.Name}\" has a type that can't be kept");

    private async Task RunAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements) await session.ExecuteAsync(statement, cancellation);
    }
}
