using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Bench.Model;
using Npgsql;
using NpgsqlTypes;

namespace Directus.Grpc.Bench.Bare;

/// <summary>The flat collection, by statements written by hand.</summary>
internal sealed class BareItems(NpgsqlDataSource source)
{
    private const string GetSql = $"select {FlatItems.Columns} from {FlatItems.Name} where id = $1";

    private const string ListSql = $"select {FlatItems.Columns} from {FlatItems.Name} order by id limit $1";

    private const string GroupSql = $"select status, count(*), avg(views) from {FlatItems.Name} group by status order by status limit 100";

    private const string InsertSql = $"insert into {FlatItems.Name} (title, slug, status, body, views, rating, price, featured, published_at) values ";

    private const string ChangeSql = $"update {FlatItems.Name} set title = $1, views = $2 where id = $3 returning {FlatItems.Columns}";

    public async Task<bool> GetAsync(Utf8JsonWriter writer, int id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(GetSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        return await OneAsync(writer, command, cancellation);
    }

    public async Task ListAsync(Utf8JsonWriter writer, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(ListSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        writer.WriteStartArray();
        while (await rows.ReadAsync(cancellation)) BareJson.Item(writer, rows);
        writer.WriteEndArray();
    }

    public async Task GroupAsync(Utf8JsonWriter writer, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(GroupSql);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        writer.WriteStartArray();
        while (await rows.ReadAsync(cancellation)) BareJson.Group(writer, rows);
        writer.WriteEndArray();
    }

    public async Task CreateAsync(Utf8JsonWriter writer, JsonElement item, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"{InsertSql} {Row(1)} returning {FlatItems.Columns}");
        AddItem(command.Parameters, item);
        await OneAsync(writer, command, cancellation);
    }

    public async Task CreateManyAsync(Utf8JsonWriter writer, JsonElement items, CancellationToken cancellation)
    {
        var count = items.GetArrayLength();
        await using var command = source.CreateCommand($"{InsertSql} {string.Join(", ", Enumerable.Range(0, count).Select(i => Row((i * 9) + 1)))} returning id");
        foreach (var item in items.EnumerateArray()) AddItem(command.Parameters, item);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        writer.WriteStartArray();
        while (await rows.ReadAsync(cancellation))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, rows.GetInt32(0));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public async Task ChangeAsync(Utf8JsonWriter writer, int id, JsonElement change, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(ChangeSql);
        Add(command.Parameters, NpgsqlDbType.Varchar, change.GetProperty("title").GetString());
        Add(command.Parameters, NpgsqlDbType.Integer, change.GetProperty("views").GetInt32());
        Add(command.Parameters, NpgsqlDbType.Integer, id);
        await OneAsync(writer, command, cancellation);
    }

    private static async Task<bool> OneAsync(Utf8JsonWriter writer, NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation)) return false;
        BareJson.Item(writer, rows);
        return true;
    }

    private static string Row(int first) => string.Create(CultureInfo.InvariantCulture,
        $"(${first}, ${first + 1}, ${first + 2}, ${first + 3}, ${first + 4}, ${first + 5}, ${first + 6}, ${first + 7}, ${first + 8})");

    private static void AddItem(NpgsqlParameterCollection values, JsonElement item)
    {
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("title").GetString());
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("slug").GetString());
        Add(values, NpgsqlDbType.Varchar, item.GetProperty("status").GetString());
        Add(values, NpgsqlDbType.Text, item.GetProperty("body").GetString());
        Add(values, NpgsqlDbType.Integer, item.GetProperty("views").GetInt32());
        Add(values, NpgsqlDbType.Real, item.GetProperty("rating").GetSingle());
        Add(values, NpgsqlDbType.Numeric, decimal.Parse(item.GetProperty("price").GetString()!, CultureInfo.InvariantCulture));
        Add(values, NpgsqlDbType.Boolean, item.GetProperty("featured").GetBoolean());
        Add(values, NpgsqlDbType.TimestampTz, item.GetProperty("published_at").GetDateTime());
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, NpgsqlDbType type, T value) =>
        parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });
}
