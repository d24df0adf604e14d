using System.Collections.Frozen;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Which operators a type has.</summary>
public static class TypeOperators
{
    private static readonly FrozenSet<string> Presence = FrozenSet.Create("_null", "_nnull");
    private static readonly FrozenSet<string> Equality = With(Presence, "_eq", "_neq");
    private static readonly FrozenSet<string> Identity = With(Equality, "_in", "_nin");
    private static readonly FrozenSet<string> Order = With(Identity, "_lt", "_lte", "_gt", "_gte", "_between", "_nbetween");
    private static readonly FrozenSet<string> Text = With(Identity, "_empty", "_nempty", "_contains", "_ncontains",
        "_icontains", "_nicontains", "_starts_with", "_nstarts_with", "_istarts_with", "_nistarts_with", "_ends_with",
        "_nends_with", "_iends_with", "_niends_with");
    private static readonly FrozenSet<string> Shapes =
        With(Presence, "_intersects", "_nintersects", "_intersects_bbox", "_nintersects_bbox");

    private static readonly FrozenSet<string> Masked = With(Presence, "_empty", "_nempty");

    public static bool Fits(Field field, string name) => For(field).Contains(name);

    private static FrozenSet<string> For(Field field)
    {
        // A value that nobody is shown cannot be guessed at either.
        if (field.Masked) return Masked;
        if (field.Kind == SqlKind.Geometry) return Shapes;
        return field.Type switch
        {
            FieldType.String or FieldType.Text or FieldType.Csv or FieldType.Unknown => Text,
            FieldType.Uuid => Identity,
            FieldType.Boolean => Equality,
            FieldType.Integer or FieldType.BigInteger or FieldType.Float or FieldType.Decimal => Order,
            FieldType.Date or FieldType.Time or FieldType.DateTime or FieldType.Timestamp => Order,
            _ => Presence,
        };
    }

    private static FrozenSet<string> With(FrozenSet<string> set, params string[] more) => set.Union(more).ToFrozenSet();
}
