using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Directus.Grpc.Bench.Bare;

/// <summary>Three statements, written by hand.</summary>
internal sealed class BareStore(string database) : IAsyncDisposable
{
    private const string GetSql = $"select {BenchTable.Columns} from {BenchTable.Name} where id = $1";

    private const string ListSql = $"select {BenchTable.Columns} from {BenchTable.Name} order by id limit $1";

    private const string CreateSql = $"""
        insert into {BenchTable.Name} (title, slug, status, body, views, rating, price, featured, published_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning {BenchTable.Columns}
        """;

    private readonly NpgsqlDataSource source = Postgres.Open(database, poolSize: 32);

    public async Task<bool> GetAsync(Utf8JsonWriter writer, int id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(GetSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation)) return false;
        BareJson.Row(writer, rows);
        return true;
    }

    public async Task ListAsync(Utf8JsonWriter writer, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(ListSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        writer.WriteStartArray();
        while (await rows.ReadAsync(cancellation)) BareJson.Row(writer, rows);
        writer.WriteEndArray();
    }

    public async Task CreateAsync(Utf8JsonWriter writer, JsonElement item, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(CreateSql);
        var values = command.Parameters;
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("title").GetString());
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("slug").GetString());
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("status").GetString());
        Add(values, NpgsqlDbType.Text, item.GetProperty("body").GetString());
        Add(values, NpgsqlDbType.Integer, item.GetProperty("views").GetInt32());
        Add(values, NpgsqlDbType.Real, item.GetProperty("rating").GetSingle());
        Add(values, NpgsqlDbType.Numeric, decimal.Parse(item.GetProperty("price").GetString()!, CultureInfo.InvariantCulture));
        Add(values, NpgsqlDbType.Boolean, item.GetProperty("featured").GetBoolean());
        Add(values, NpgsqlDbType.TimestampTz, item.GetProperty("published_at").GetDateTime());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        BareJson.Row(writer, rows);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static void Add<T>(NpgsqlParameterCollection parameters, NpgsqlDbType type, T value) =>
        parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });
}
