using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>A filter as it was asked, before the schema has been looked at. Prints itself in the way the tests read.</summary>
public abstract record FilterNode
{
    public sealed record And(ImmutableArray<FilterNode> Terms) : FilterNode
    {
        public override string ToString() => Terms.IsEmpty ? "all" : $"({string.Join(" and ", Terms)})";
    }

    public sealed record Or(ImmutableArray<FilterNode> Terms) : FilterNode
    {
        public override string ToString() => Terms.IsEmpty ? "all" : $"({string.Join(" or ", Terms)})";
    }

    /// <summary>A rule on a field, or inside of a relation when <paramref name="Rule"/> is a filter of its items.</summary>
    public sealed record At(FieldPath Field, FilterNode Rule) : FilterNode
    {
        public override string ToString() => Rule is Test ? $"{Field} {Rule}" : $"{Field}.{Rule}";
    }

    /// <summary>`_some` and `_none` of a to-many relation.</summary>
    public sealed record Quantified(bool None, FilterNode Rule) : FilterNode
    {
        public override string ToString() => $"{(None ? "none" : "some")}({Rule})";
    }

    /// <summary>An operator with its operand, on the field above it.</summary>
    public sealed record Test(FilterOperator Operator, JsonElement Operand) : FilterNode
    {
        /// <summary>Of `_null` and its kin: whether the value is to be so. `_nnull: false` asks for null.</summary>
        public bool Affirms => Flag != Operator.Negated;

        private bool Flag => Operand.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.Null => true,
            JsonValueKind.False => false,
            JsonValueKind.String when Operand.GetString() is "true" or "1" or "" => true,
            JsonValueKind.String when Operand.GetString() is "false" or "0" => false,
            _ => throw DirectusException.InvalidQuery($"\"{Operator}\" has to be a boolean"),
        };

        public override string ToString() => $"{Operator} {Operand.GetRawText()}";
    }

    public static FilterNode All { get; } = new And([]);

    public bool IsAll => this is And { Terms.IsEmpty: true };
}
