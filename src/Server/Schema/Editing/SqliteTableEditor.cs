using System.Globalization;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Dialects.Ddl;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>SQLite can add a plain column and little else: the rest is a new table with the rows of the old.</summary>
internal sealed partial class SqliteTableEditor(DbSession session, CancellationToken cancellation) : ITableEditor
{
    private readonly SqliteDdl _ddl = SqliteDdl.Instance;
    private readonly SqliteRebuild _rebuild = new(session, cancellation);

    [GeneratedRegex(@"^[\p{L}\p{N}_ ]*(\([\d, ]+\))?$")]
    private static partial Regex PlainType();

    public Task CreateAsync(params IReadOnlyList<TableDefinition> tables) => RunAsync(_ddl.CreateTables(tables));

    public Task DropAsync(string table) => RunAsync([_ddl.DropTable(table)]);

    // References of other tables follow.
    public Task RenameAsync(string table, string name) => RunAsync([$"alter table {Q(table)} rename to {Q(name)}"]);

    public Task RenameColumnAsync(string table, string column, string name) =>
        RunAsync([$"alter table {Q(table)} rename column {Q(column)} to {Q(name)}"]);

    // Nothing finds a foreign key by its name here.
    public Task RenameForeignKeyAsync(string table, ForeignKeySchema key, string name) => Task.CompletedTask;

    public async Task AddColumnAsync(string table, ColumnDefinition column)
    {
        var clause = _ddl.ColumnClause(column);
        // A column that must not be null, or whose default is computed, can be added to an empty table only.
        if (column is { Nullable: true, Default: null or { IsNow: false, Existing: null } }) await RunAsync([$"alter table {Q(table)} add column {clause}"]);
        else await _rebuild.RunAsync(table, text => text.Adding(clause, column: true));
        await RunAsync(_ddl.Indexes(table, column));
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
            await _rebuild.RunAsync(table, text => Changed(table, text, change));
            if (change.Type) await CheckValuesAsync(table, change.New);
        }

        if (change is { Unique: true, New.Unique: true }) await RunAsync([_ddl.CreateUnique(table, name)]);
        if (change is { Indexed: true, New.Indexed: true }) await RunAsync([_ddl.CreateIndex(table, name)]);
    }

    public Task DropColumnAsync(string table, string column) => _rebuild.RunAsync(table, text => text.Without(column));

    public Task AddForeignKeyAsync(string table, string column, ForeignKeyDefinition key) =>
        _rebuild.RunAsync(table, text => text.Adding(_ddl.ForeignKeyClause(table, column, key), column: false));

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
        if (inline) changed = changed.Adding(_ddl.ForeignKeyClause(table, change.New.Name, Reference(change.Old.ForeignKey!)), column: false);
        return change is { Unique: true, New.Unique: false } ? changed.WithoutUnique(change.New.Name) : changed;
    }

    private static ForeignKeyDefinition Reference(ForeignKeySchema key) =>
        new(key.Table, key.Column, ReferentialActions.Parse(key.OnDelete), ReferentialActions.Parse(key.OnUpdate));

    // SQLite keeps what it cannot convert as it was; other databases refuse.
    private async Task CheckValuesAsync(string table, ColumnDefinition column)
    {
        var wrong = column.Type switch
        {
            ColumnType.Integer or ColumnType.BigInteger or ColumnType.Boolean => "not in ('integer', 'null')",
            ColumnType.Float or ColumnType.Decimal => "not in ('integer', 'real', 'null')",
            _ => null,
        };
        if (wrong is not null && await session.ScalarAsync(new SqlStatement(
                $"select 1 from {Q(table)} where typeof({Q(column.Name)}) {wrong} limit 1", []), cancellation) is not null)
        {
            throw DirectusException.InvalidPayload("The existing values can't be converted to that type");
        }

        var length = (column.Length ?? 255).ToString(CultureInfo.InvariantCulture);
        if (column.Type == ColumnType.String && await session.ScalarAsync(new SqlStatement(
                $"select 1 from {Q(table)} where length({Q(column.Name)}) > {length} limit 1", []), cancellation) is not null)
        {
            throw SchemaRefusals.OfData(ErrorCodes.ValueTooLong, $"A value for field \"{column.Name}\" in collection \"{table}\" is too long.",
                table, column.Name);
        }
    }

    private async Task DropIndexesAsync(string table, string column, bool unique)
    {
        var sql = new SqlBuilder(session.Dialect).Append("select i.name from pragma_index_list(").Value(table, SqlKind.Text)
            .Append(") i where i.partial = 0 and i.origin = 'c' and i.\"unique\" = ").Value(unique, SqlKind.Boolean)
            .Append(" and (select group_concat(c.name) from pragma_index_info(i.name) c) = ").Value(column, SqlKind.Text);
        var indexes = await session.QueryAsync(sql.Build(), row => row.GetString(0), cancellation);
        await RunAsync(indexes.Select(_ddl.DropIndex));
    }

    private string Clause(ColumnDefinition column) => column.ExistingType is null || PlainType().IsMatch(column.ExistingType)
        ? _ddl.ColumnClause(column)
        : throw DirectusException.InvalidPayload($"Field \"{column.Name}\" has a type that can't be kept");

    private static string Q(string name) => DdlDialect.Quote(name);

    private async Task RunAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements) await session.ExecuteAsync(statement, cancellation);
    }
}
