using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

/// <summary>Messages of a type, filled at random, and what becomes of their bytes on the way.</summary>
internal sealed class MutatedMessages(int seed)
{
    private static readonly string[] Texts = ["", "1", "open", "directus_users", "title", "id", "\0", "é", "00000000-0000-4000-8000-000000000000",
        "{}", "*", "-1"];

    private readonly Random _random = new(seed);

    public byte[] Next(MessageDescriptor type)
    {
        var bytes = Bytes(type, 0);
        for (var i = _random.Next(3); i > 0; i--) bytes = Mutate(bytes);
        return bytes;
    }

    private byte[] Bytes(MessageDescriptor type, int depth)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        foreach (var field in type.Fields.InFieldNumberOrder())
            for (var i = depth > 4 ? 0 : _random.Next(field.IsRepeated ? 3 : 2); i > 0; i--) Write(output, field, depth);
        output.Flush();
        return stream.ToArray();
    }

    // Of the right type mostly.
    private void Write(CodedOutputStream output, FieldDescriptor field, int depth)
    {
        var wire = field.FieldType switch
        {
            FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => WireFormat.WireType.Fixed64,
            FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => WireFormat.WireType.Fixed32,
            FieldType.String or FieldType.Bytes or FieldType.Message => WireFormat.WireType.LengthDelimited,
            _ => WireFormat.WireType.Varint,
        };
        output.WriteTag(field.FieldNumber, wire);
        if (wire == WireFormat.WireType.Varint)
            output.WriteInt64(_random.Next(8) == 0 ? _random.NextInt64(long.MinValue, long.MaxValue) : _random.Next(-1, 6));
        else if (wire == WireFormat.WireType.Fixed64) output.WriteDouble(_random.Next(4) == 0 ? double.NaN : _random.Next(-2, 100));
        else if (wire == WireFormat.WireType.Fixed32) output.WriteFloat(_random.Next(-2, 100));
        else if (field.FieldType == FieldType.Message) output.WriteBytes(ByteString.CopyFrom(Bytes(field.MessageType, depth + 1)));
        else output.WriteString(Texts[_random.Next(Texts.Length)]);
    }

    private byte[] Mutate(byte[] bytes)
    {
        if (bytes.Length == 0) return [(byte)_random.Next(256), (byte)_random.Next(256)];
        var at = _random.Next(bytes.Length);
        switch (_random.Next(5))
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
            case 2: return [.. bytes, .. bytes[at..]];
            // Groups within groups, deeper than is read.
            case 3 when _random.Next(10) == 0: return [.. Enumerable.Repeat((byte)0x0b, 200)];
            default:
                var changed = bytes.ToArray();
                changed[at] ^= (byte)(1 << _random.Next(8));
                return changed;
        }
    }
}
