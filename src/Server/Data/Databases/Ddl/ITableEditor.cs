using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>Changes tables, within the transaction it was made for.</summary>
internal interface ITableEditor
{
    /// <summary>Makes tables, which may refer to each other in any direction.</summary>
    Task CreateAsync(params IReadOnlyList<TableDefinition> tables);

    Task DropAsync(string table);

    Task RenameAsync(string table, string name);

    Task RenameColumnAsync(string table, string column, string name);

    Task RenameForeignKeyAsync(string table, ForeignKeySchema key, string name);

    Task AddColumnAsync(string table, ColumnDefinition column);

    Task AlterColumnAsync(string table, ColumnChange change);

    Task DropColumnAsync(string table, string column);

    Task AddForeignKeyAsync(string table, string column, ForeignKeyDefinition key);

    Task DropForeignKeyAsync(string table, ColumnSchema column);
}
