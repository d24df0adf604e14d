using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>A column of a source in the statement, or a function of it, as far as the caller may see it.</summary>
/// <param name="Alias">The source.</param>
/// <param name="Field">The field of the column.</param>
/// <param name="VisibleWhen">Rows on which the caller may see it; elsewhere it counts as null. Null: on all.</param>
/// <param name="Function">The function around the column, if any.</param>
public sealed record Operand(string Alias, Field Field, Predicate? VisibleWhen = null, OperandFunction? Function = null)
{
    public SqlKind Kind => Function?.Kind ?? Field.Kind;

    /// <summary>The field that types the values it is compared with.</summary>
    public Field ValueField => Function?.ResultField ?? Field;

    /// <summary>Whether only its presence may be told.</summary>
    public bool Masked => Function is null && Field.Masked;

    public bool Nullable => Function is not null || VisibleWhen is not null || Field.Column is { Nullable: true };

    public override string ToString() => VisibleWhen is null ? $"{Alias}.{Field.Name}" : $"{Alias}.{Field.Name}?";
}
