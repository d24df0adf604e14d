using System.Globalization;
using Directus.Grpc.Server.Data.Dialects;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Directus.Grpc.Server.Data;

/// <summary>LinqToDB's own mapping keeps a Guid as BLOB and compares instants through strftime; the tables hold text and
/// milliseconds since 1970 (or text, when a column default wrote it).</summary>
internal static class SqliteMapping
{
    public static MappingSchema Schema { get; } = Create();

    private static MappingSchema Create()
    {
        var schema = new MappingSchema("directus-sqlite");
        schema.SetDataType(typeof(Guid), DataType.Text);
        schema.SetDataType(typeof(DateTimeOffset), DataType.Int64);
        schema.SetConvertExpression<Guid, DataParameter>(value => new DataParameter(null, value.ToString(), DataType.Text));
        schema.SetConvertExpression<string, Guid>(text => Guid.Parse(text));
        schema.SetConvertExpression<DateTimeOffset, DataParameter>(value =>
            new DataParameter(null, SqliteDialect.Milliseconds(value.UtcDateTime), DataType.Int64));
        schema.SetConvertExpression<long, DateTimeOffset>(value => DateTimeOffset.FromUnixTimeMilliseconds(value));
        schema.SetConvertExpression<string, DateTimeOffset>(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
        return schema;
    }
}
