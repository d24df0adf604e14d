using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>One item to write: typed values by column. What was asked for stays beside, for messages and revisions.</summary>
internal sealed class WriteRow(Collection collection)
{
    private readonly Dictionary<Field, object?> _values = [];
    private readonly Dictionary<Field, JsonElement> _asked = [];
    private readonly HashSet<Field> _expected = [];
    private readonly Dictionary<Field, JsonElement> _nested = [];
    private readonly Dictionary<Field, JsonElement> _filled = [];

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

    /// <summary>Sets a value that the server gives, whatever was asked for.</summary>
    public void Fill(Field field, object? value, JsonElement shown)
    {
        _values[field] = value;
        _filled[field] = shown;
    }

    public void Remove(Field field)
    {
        _values.Remove(field);
        _asked.Remove(field);
    }

    /// <summary>Leaves room for a value that is known once another item is written.</summary>
    public void Expect(Field field)
    {
        _values[field] = null;
        _asked.Remove(field);
        _expected.Add(field);
    }

    /// <summary>Notes what the item says of a field that other items are written for.</summary>
    public void Nest(Field field, JsonElement asked) => _nested[field] = asked;

    /// <summary>Whether the write gives a value to the field, as rules see it.</summary>
    public bool IsGiven(string name) => Collection.TryGetField(name, out var field)
        && (_nested.ContainsKey(field) || _asked.ContainsKey(field) || _expected.Contains(field));

    /// <summary>The value as it was asked for, with what is nested in it; null when none is given or it is still to come.</summary>
    public JsonElement? Given(string name) => !Collection.TryGetField(name, out var field) ? null
        : _nested.TryGetValue(field, out var nested) ? nested : Asked(field);

    /// <summary>Whether the value is still to come.</summary>
    public bool Expects(Field field) => _expected.Contains(field);

    /// <summary>The fields that the write as such asks for, which its writer has to be allowed on the row.</summary>
    public SortedSet<string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a value came from another item.</summary>
    public bool HasExpected { get; private set; }

    /// <summary>Gives an expected value, or one that the write as such brings along.</summary>
    public void Link(Field field, object? value, JsonElement asked)
    {
        HasExpected |= _expected.Remove(field);
        Set(field, value, asked);
    }

    /// <summary>The values as they were asked for.</summary>
    public JsonObject ToObject()
    {
        var item = new JsonObject();
        foreach (var (field, asked) in _asked) item[field.Name] = JsonSerializer.SerializeToNode(asked);
        return item;
    }

    /// <summary>The value as it was asked for, for error messages.</summary>
    public JsonElement? Asked(Field field) => _asked.TryGetValue(field, out var asked) ? asked : null;

    /// <summary>The item as a revision keeps it: what was asked for and what the server set, secrets masked; null for nothing.</summary>
    /// <param name="keeps">Which fields are told.</param>
    public byte[]? ToRevision(Func<Field, bool> keeps)
    {
        if (_filled.Count == 0 && !_asked.Keys.Any(keeps)) return null;
        using var sink = new MemorySink(512);
        using (var json = new Utf8JsonWriter(sink, RowJson.WriterOptions))
        {
            json.WriteStartObject();
            foreach (var (field, asked) in _asked)
            {
                if (!keeps(field) || _filled.ContainsKey(field)) continue;
                json.WritePropertyName(field.Name);
                if (field.Masked && asked.ValueKind != JsonValueKind.Null) json.WriteStringValue(CellWriters.Mask);
                else asked.WriteTo(json);
            }

            foreach (var (field, shown) in _filled)
            {
                json.WritePropertyName(field.Name);
                shown.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return sink.Written.ToArray();
    }
}
