using System.Data.Common;
using System.Text.Json;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>The columns of its own that an item's answer holds: plain values and the keys of its relations, each once, in
/// the order of the answer. Computed values and related items are not among them.</summary>
internal sealed class OwnColumns
{
    private readonly Collection _collection;
    private readonly AccessRules _access;
    private readonly List<Field> _columns;
    private readonly List<(Operand Operand, int Ordinal)> _cells;

    private OwnColumns(PlanNode node, AccessRules access)
    {
        _collection = node.Source.Collection;
        _access = access;
        _columns = new List<Field>(node.Outputs.Length);
        _cells = new List<(Operand Operand, int Ordinal)>(node.Outputs.Length);
    }

    /// <summary>Whether the answer is just these columns under their own names.</summary>
    public bool AreTheAnswer { get; private set; } = true;

    /// <summary>Null when the answer holds none.</summary>
    public static OwnColumns? Of(PlanNode node, AccessRules access)
    {
        var own = new OwnColumns(node, access);
        var ordinal = 0;
        foreach (var output in node.Outputs)
        {
            switch (output)
            {
                case PlanOutput.Value value: own.Add(value, ordinal++); break;
                case PlanOutput.One one: own.AddKey(one.ForeignKey, ordinal++); break;
                case PlanOutput.Any any:
                    own.AddKey(any.Key, ordinal++);
                    own.AddKey(any.CollectionName, ordinal++);
                    break;
                default: own.AreTheAnswer = false; break;
            }
        }

        return own._columns.Count == 0 ? null : own;
    }

    /// <summary>The tag of an item whose answer is just these columns.</summary>
    public string Tag(ReadOnlySpan<byte> answer) => ItemTag.Of(Readable(_collection, _access), _columns, answer);

    /// <summary>The tag of the item in the current row.</summary>
    public string Tag(DbDataReader reader, Dialect dialect)
    {
        using var sink = new MemorySink();
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        json.WriteStartObject();
        foreach (var (operand, ordinal) in _cells)
        {
            json.WritePropertyName(JsonEncodedText.Encode(operand.Field.Name, RowJson.Encoder));
            if (reader.IsDBNull(ordinal)) json.WriteNullValue();
            else CellWriters.For(operand)(reader, ordinal, json, dialect);
        }

        json.WriteEndObject();
        json.Flush();
        return Tag(sink.Written.Span);
    }

    /// <summary>The columns of a collection that may be read on some of its rows.</summary>
    public static List<Field> Readable(Collection collection, AccessRules access)
    {
        var rules = access.For(collection.Name, AccessAction.Read);
        var readable = new List<Field>(collection.Columns.Length);
        foreach (var column in collection.Columns)
        {
            foreach (var rule in rules)
            {
                if (!rule.Allows(column.Name)) continue;
                readable.Add(column);
                break;
            }
        }

        return readable;
    }

    private void Add(PlanOutput.Value value, int ordinal)
    {
        if (value.Operand.Function is not null || value.Name != value.Operand.Field.Name) AreTheAnswer = false;
        if (value.Operand.Function is not null) return;
        if (_columns.Contains(value.Operand.Field)) AreTheAnswer = false;
        else Take(value.Operand, ordinal);
    }

    private void AddKey(Operand key, int ordinal)
    {
        AreTheAnswer = false;
        if (!_columns.Contains(key.Field)) Take(key, ordinal);
    }

    private void Take(Operand operand, int ordinal)
    {
        _columns.Add(operand.Field);
        _cells.Add((operand, ordinal));
    }
}
