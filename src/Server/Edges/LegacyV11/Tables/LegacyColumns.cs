using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>What API v1.1 does with columns.</summary>
internal sealed class LegacyColumns(ModelEditor models, FieldEditor fields, IOptions<DatabaseOptions> database)
{
    private const string Columns = "directus_columns";

    public Task<LegacyAnswer> ListAsync(LegacyCall call, string table) => Task.FromResult(List(call, LegacyTables.Readable(call.Caller, table)));

    public Task<LegacyAnswer> GetAsync(LegacyCall call, string table, string column) => Task.FromResult(One(call, table, column));

    public async Task<LegacyAnswer> CreateAsync(LegacyCall call, string table)
    {
        var (readable, collection) = Writable(call, table);
        var column = new ColumnInput(call.Fields);
        var steps = new ColumnSteps(call.Caller.Schema, collection, column).Create();
        if (collection.TryGetField(column.Name!, out _)) throw new DirectusException([new DirectusError(ErrorCodes.RecordNotUnique,
            $"Column \"{column.Name}\" already exists", new Dictionary<string, object?>())]);
        return One(await RunAsync(call, steps), readable.Name, column.Name!);
    }

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string table, string column)
    {
        var (readable, collection) = Writable(call, table);
        return One(await RunAsync(call, [Update(readable, collection, column, call.Fields)]), table, column);
    }

    public async Task<LegacyAnswer> UpdateBulkAsync(LegacyCall call, string table)
    {
        var (readable, collection) = Writable(call, table);
        var steps = LegacyRows.Rows(call.Fields)
            .Select(row => Update(readable, collection, row.ValueKind == JsonValueKind.Object && new ColumnInput(row).Name is { } name
            ? name
            : throw LegacyErrors.Refused("Row without primary key field"), row)).ToList();
        return List(await RunAsync(call, steps), readable);
    }

    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string table, string column)
    {
        var (_, collection) = Writable(call, table);
        if (!collection.TryGetField(column, out var field))
            return LegacyAnswer.Failure($"column `{column}` does not exists in table: `{table}`", json => WriteMeta(json, table, column));
        if (field == collection.PrimaryKey && collection.Columns.Length == 1)
            return LegacyAnswer.Failure("Cannot remove last column", json => WriteMeta(json, table, column));
        if (field == collection.PrimaryKey)
            return LegacyAnswer.Failure("The primary key can't be deleted", json => WriteMeta(json, table, column));
        await fields.DeleteAsync(call.Caller.Principal, collection.Name, column, call.Cancellation);
        return LegacyAnswer.Success(meta: json => WriteMeta(json, table, column));
    }

    public Task<LegacyAnswer> OptionsAsync(LegacyCall call, string table, string column) =>
        Task.FromResult(Options(Writer(call, LegacyTables.Readable(call.Caller, table)).Find(column)));

    public async Task<LegacyAnswer> UpdateOptionsAsync(LegacyCall call, string table, string column)
    {
        var (readable, collection) = Writable(call, table);
        var field = Writer(call, readable).Find(column);
        var options = field.Meta?["options"]?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in JsonObject.Create(call.Fields)!) options[name] = value?.DeepClone();
        var change = ColumnInput.Json(new JsonObject { ["meta"] = new JsonObject { ["options"] = options } });
        var after = await RunAsync(call, [new ModelStep.UpdateField(collection.Name, field.Name, change)]);
        return Options(Writer(after, LegacyTables.Readable(after.Caller, table)).Find(column));
    }

    private async Task<LegacyCall> RunAsync(LegacyCall call, IReadOnlyList<ModelStep> steps)
    {
        var schema = await models.RunAsync(call.Caller.Principal, steps, call.Cancellation);
        return call with { Caller = call.Caller with { Schema = schema } };
    }

    private static ModelStep Update(LegacyTable table, Collection collection, string column, JsonElement given) =>
        collection.TryGetField(table.Columns.FirstOrDefault(known => known.Name == column)?.Field?.Name ?? column, out var field)
            ? new ModelStep.UpdateField(collection.Name, field.Name, new ColumnInput(given).Update(field.Type.ToApi()))
            : throw LegacyErrors.Column(column);

    // Only administrators change the model in Directus 11.
    private static (LegacyTable Table, Collection Collection) Writable(LegacyCall call, string table)
    {
        call.Caller.RequireAdmin();
        var readable = LegacyTables.Readable(call.Caller, table);
        return (readable, call.Caller.Schema[readable.Collection]);
    }

    private LegacyAnswer List(LegacyCall call, LegacyTable table) => LegacyAnswer.Collection(Columns, Writer(call, table).WriteColumns);

    private LegacyAnswer One(LegacyCall call, string table, string column)
    {
        var writer = Writer(call, LegacyTables.Readable(call.Caller, table));
        writer.Find(column);
        return LegacyAnswer.Item(Columns, json => writer.WriteColumn(json, column));
    }

    private TableWriter Writer(LegacyCall call, LegacyTable table) =>
        new(new VisibleSchema(call.Caller.Schema, call.Caller.Access, AccessAction.Read), table, database.Value.Name);

    private static LegacyAnswer Options(Field field) => LegacyAnswer.Item(Columns, json => ColumnWriter.WriteOptions(json, field));

    private static void WriteMeta(Utf8JsonWriter json, string table, string column)
    {
        json.WriteStartObject();
        json.WriteString("table"u8, table);
        json.WriteString("column"u8, column);
        json.WriteEndObject();
    }
}
