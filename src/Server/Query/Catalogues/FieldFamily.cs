using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>Fields that are filtered alike.</summary>
[Flags]
public enum FieldFamily
{
    None = 0,
    Text = 1,
    Id = 2,
    Flag = 4,
    Number = 8,
    Time = 16,
    Shape = 32,

    /// <summary>A value that nobody is shown: it cannot be guessed at either.</summary>
    Masked = 64,

    /// <summary>What has no equality: JSON, lists, bytes.</summary>
    Other = 128,
}

internal static class FieldFamilies
{
    public static FieldFamily Of(Field field)
    {
        if (field.Masked) return FieldFamily.Masked;
        if (field.Kind == SqlKind.Geometry) return FieldFamily.Shape;
        return field.Type switch
        {
            FieldType.String or FieldType.Text or FieldType.Csv or FieldType.Unknown => FieldFamily.Text,
            FieldType.Uuid => FieldFamily.Id,
            FieldType.Boolean => FieldFamily.Flag,
            FieldType.Integer or FieldType.BigInteger or FieldType.Float or FieldType.Decimal => FieldFamily.Number,
            FieldType.Date or FieldType.Time or FieldType.DateTime or FieldType.Timestamp => FieldFamily.Time,
            _ => FieldFamily.Other,
        };
    }
}
