using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>All that a server has stored: the tables and their rows, and the files.</summary>
internal sealed class Fingerprint(DbConnection connection, string? storage) : IAsyncDisposable
{
    // Said of whoever calls, refused or not.
    private static readonly string[] Bookkeeping = ["last_access"];

    public static async Task<Fingerprint> OfAsync(FreshDatabase database, string? storage = null)
    {
        var connection = database.Connect();
        await connection.OpenAsync();
        return new Fingerprint(connection, storage);
    }

    /// <summary>A line for each table and file.</summary>
    public async Task<SortedDictionary<string, string>> TakeAsync()
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync()) lines[table] = await HashAsync(table);
        foreach (var file in storage is null || !Directory.Exists(storage) ? [] : Directory.GetFiles(storage, "*", SearchOption.AllDirectories))
            lines[file] = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
        return lines;
    }

    /// <summary>The fingerprint of some rows.</summary>
    public Task<string> RowsAsync(string table, string condition) => HashAsync(table, $" where {condition}");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<List<string>> TablesAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal)
            ? "select name from sqlite_master where type = 'table'"
            : "select tablename from pg_tables where schemaname = 'public'";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private async Task<string> HashAsync(string table, string where = "")
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from \"{table}\"{where}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string> { string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)) };
        while (await reader.ReadAsync())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Where(column => !Bookkeeping.Contains(reader.GetName(column)));
            rows.Add(string.Join('|', cells.Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count - 1} rows {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16]}";
    }
}
