using System.Data.Common;

namespace Directus.Grpc.TestKit;

/// <summary>A database of one test server, gone when it is disposed.</summary>
public abstract class FreshDatabase : IAsyncDisposable
{
    /// <summary>The DB_* variables that lead the server to it.</summary>
    public abstract IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A connection past the server, to look at what is stored.</summary>
    public abstract DbConnection Connect();

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a statement and answers its rows.</summary>
    public async Task<List<object?[]>> QueryAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }
}
