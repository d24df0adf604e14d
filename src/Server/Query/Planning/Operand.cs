using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>A column of a source in the statement, as far as the caller may see it.</summary>
/// <param name="Alias">The source.</param>
/// <param name="Field">The field of the column.</param>
/// <param name="VisibleWhen">Rows on which the caller may see it; elsewhere it counts as null. Null: on all.</param>
public sealed record Operand(string Alias, Field Field, Predicate? VisibleWhen = null)
{
    public SqlKind Kind => Field.Kind;

    public override string ToString() => VisibleWhen is null ? $"{Alias}.{Field.Name}" : $"{Alias}.{Field.Name}?";
}
