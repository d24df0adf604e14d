using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Keys of rows, as requests are parsed to them.</summary>
internal static class KeyReader
{
    /// <summary>Null for none, and for what can be no key of that kind.</summary>
    public static object? Read(Dialect dialect, DbDataReader reader, int ordinal, Field field)
    {
        var key = dialect.Values.Value(reader, ordinal, field.Kind);
        if (field.Kind != SqlKind.Integer || key is not long number) return key;
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }
}
