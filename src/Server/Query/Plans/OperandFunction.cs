using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>A function around a field: what it computes and of which type the result is.</summary>
public abstract record OperandFunction
{
    private static readonly Field Whole = new()
    {
        Collection = "",
        Name = "",
        Type = FieldType.Integer,
        Column = new ColumnSchema { Name = "", DataType = "integer" },
    };

    private static readonly Field Number = new()
    {
        Collection = "",
        Name = "",
        Type = FieldType.BigInteger,
        Column = new ColumnSchema { Name = "", DataType = "bigint" },
    };

    private static readonly Field Fraction = new()
    {
        Collection = "",
        Name = "",
        Type = FieldType.Decimal,
        Column = new ColumnSchema { Name = "", DataType = "numeric" },
    };

    private static readonly Field Words = new()
    {
        Collection = "",
        Name = "",
        Type = FieldType.Text,
        Column = new ColumnSchema { Name = "", DataType = "text" },
    };

    /// <summary>A part of a date or time, in UTC; weeks are ISO's, weekdays count from Sunday = 0, seconds have their fraction.</summary>
    public sealed record Part(DatePart Which) : OperandFunction;

    /// <summary>The number of elements of a json array; null for json that is none.</summary>
    public sealed record ArrayLength : OperandFunction;

    /// <summary>The number of the items that refer to this one: source.Link = the operand's column.</summary>
    public sealed record ItemCount(Source Source, Operand Link) : OperandFunction;

    /// <summary>The value of the item that comes first, by that value, of those that refer to this one (or that this one refers
    /// to, of one collection of a many-to-any): source.Link = the operand's column.</summary>
    /// <param name="AsText">Whether the link is compared as text.</param>
    public sealed record First(Source Source, Operand Link, Operand Value, bool Descending, bool AsText) : OperandFunction;

    /// <summary>What stands at a path in json; as text when it is compared.</summary>
    public sealed record JsonValue(ImmutableArray<string> Path, bool AsText) : OperandFunction;

    /// <summary>Stands for the result's type where values are typed by a field.</summary>
    public Field ResultField => this switch
    {
        JsonValue => Words,
        First first => first.Value.ValueField,
        Part { Which: DatePart.Second } => Fraction,
        ItemCount => Number,
        _ => Whole,
    };

    public SqlKind Kind => this switch
    {
        JsonValue { AsText: true } => SqlKind.Text,
        JsonValue => SqlKind.Json,
        First first => first.Value.Kind,
        ItemCount => SqlKind.BigInteger,
        Part { Which: DatePart.Second } => SqlKind.Decimal,
        _ => SqlKind.Integer,
    };
}
