using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>One item to write: typed values by column. What was asked for stays beside, for messages and revisions.</summary>
internal sealed class WriteRow(Collection collection)
{
    private readonly Dictionary<Field, object?> _values = [];
    private readonly Dictionary<Field, JsonElement> _asked = [];

    public Collection Collection { get; } = collection;

    public IReadOnlyDictionary<Field, object?> Values => _values;

    /// <summary>The columns that are written, in the collection's order.</summary>
    public IEnumerable<Field> Columns => Collection.Columns.Where(_values.ContainsKey);

    public bool Has(Field field) => _values.ContainsKey(field);

    public void Set(Field field, object? value) => _values[field] = value;

    public void Set(Field field, object? value, JsonElement asked)
    {
        _values[field] = value;
        _asked[field] = asked;
    }

    public void Remove(Field field) => _values.Remove(field);

    /// <summary>The value as it was asked for, for error messages.</summary>
    public JsonElement? Asked(Field field) => _asked.TryGetValue(field, out var asked) ? asked : null;

    /// <summary>The item as a revision keeps it: what was asked for, secrets masked.</summary>
    public byte[] ToRevision()
    {
        using var sink = new MemorySink(512);
        using (var json = new Utf8JsonWriter(sink, RowJson.WriterOptions))
        {
            json.WriteStartObject();
            foreach (var (field, asked) in _asked)
            {
                json.WritePropertyName(field.Name);
                if (field.Masked && asked.ValueKind != JsonValueKind.Null) json.WriteStringValue(CellWriters.Mask);
                else asked.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return sink.Written.ToArray();
    }
}
