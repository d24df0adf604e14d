using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Keys of rows, as requests are parsed to them.</summary>
internal static class KeyReader
{
    public static object? Read(DbDataReader reader, int ordinal, Field field) => reader.IsDBNull(ordinal) ? null : field.Kind switch
    {
        SqlKind.Integer => reader.GetInt32(ordinal),
        SqlKind.BigInteger => reader.GetInt64(ordinal),
        SqlKind.Uuid => reader.GetGuid(ordinal),
        SqlKind.Text => reader.GetString(ordinal),
        _ => reader.GetValue(ordinal),
    };
}
