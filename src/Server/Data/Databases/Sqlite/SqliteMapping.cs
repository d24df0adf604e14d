using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.SQLite;
// Reading is settled per provider, by what the API documents as the way to do so; it only lives in that namespace.
using LinqToDB.Internal.DataProvider;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>How LinqToDB treats uuids and instants on SQLite. Its own mapping keeps a Guid as BLOB and takes a number in a
/// `datetime` column for a Julian day; the tables hold text and milliseconds since 1970 (or text, where a column default
/// of CURRENT_TIMESTAMP wrote it).</summary>
internal static class SqliteMapping
{
    public static MappingSchema Schema { get; } = Create();

    public static IDataProvider Provider { get; } = CreateProvider();

    private static MappingSchema Create()
    {
        var schema = new MappingSchema("directus-sqlite");
        schema.SetDataType(typeof(Guid), DataType.Text);
        schema.SetDataType(typeof(DateTimeOffset), DataType.Int64);
        schema.SetConvertExpression<Guid, DataParameter>(value => new DataParameter(null, value.ToString(), DataType.Text));
        schema.SetConvertExpression<DateTimeOffset, DataParameter>(value =>
            new DataParameter(null, SqliteDialect.Milliseconds(value.UtcDateTime), DataType.Int64));
        // Lists of `in` are written into the text.
        schema.SetValueToSqlConverter(typeof(Guid), (text, _, value) => text.Append('\'').Append(((Guid)value).ToString()).Append('\''));
        schema.SetValueToSqlConverter(typeof(DateTimeOffset), (text, _, value) =>
            text.Append(CultureInfo.InvariantCulture, $"{SqliteDialect.Milliseconds(((DateTimeOffset)value).UtcDateTime)}"));
        schema.SetConvertExpression<string, Guid>(text => Guid.Parse(text));
        return schema;
    }

    private static IDataProvider CreateProvider()
    {
        var provider = SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft);
        // SQLite keeps a type with each value, not with the column, and the first row's says nothing about the next.
        foreach (var stored in (Type[])[typeof(long), typeof(string), typeof(double), typeof(byte[])])
        {
            provider.SetFieldReaderExpression<SqliteDataReader, DateTimeOffset>(dataReaderType: null, toType: typeof(DateTimeOffset),
                providerFieldType: null, fieldType: stored, dataTypeName: null, (reader, column) => ReadInstant(reader, column));
        }

        return provider;
    }

    private static DateTimeOffset ReadInstant(SqliteDataReader reader, int column) => reader.GetValue(column) switch
    {
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        var number => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(number, CultureInfo.InvariantCulture)),
    };
}
