using Directus.Grpc.Server.Data.Dialects.Ddl;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Changes tables, within the transaction it was made for.</summary>
internal interface ITableEditor
{
    Task CreateAsync(TableDefinition table);

    Task DropAsync(string table);

    Task AddColumnAsync(string table, ColumnDefinition column);

    Task AlterColumnAsync(string table, ColumnChange change);

    Task DropColumnAsync(string table, string column);

    Task AddForeignKeyAsync(string table, string column, ForeignKeyDefinition key);

    Task DropForeignKeyAsync(string table, ColumnSchema column);
}
