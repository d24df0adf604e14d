using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed partial class PostgresDialect
{
    public override void AppendValue(StringBuilder sql, int number, SqlParameter parameter)
    {
        var digits = HoldsDigits(parameter);
        if (parameter.Kind == SqlKind.Geometry) sql.Append("st_setsrid(st_geomfromgeojson(");
        if (digits) sql.Append("cast(");
        AppendPlaceholder(sql, number);
        if (digits) sql.Append(parameter.IsArray ? " as numeric[])" : " as numeric)");
        if (parameter.Kind == SqlKind.Geometry) sql.Append("), 4326)");
    }

    // Numbers of more digits than a CLR decimal holds travel as text.
    private static bool HoldsDigits(SqlParameter parameter) => parameter.Kind == SqlKind.Decimal
        && (parameter.Value is string || (parameter.IsArray && ((object?[])parameter.Value!).Any(value => value is string)));

    public override void AddParameter(DbParameterCollection parameters, SqlParameter parameter, int number)
    {
        if (HoldsDigits(parameter))
        {
            var digits = parameter.IsArray ? Array.ConvertAll((object?[])parameter.Value!, Digits) : parameter.Value;
            var text = parameter.IsArray ? NpgsqlDbType.Array | NpgsqlDbType.Text : NpgsqlDbType.Text;
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = text, Value = digits });
            return;
        }

        var kind = parameter.Kind == SqlKind.Real ? KindOfReal(parameter) : parameter.Kind;
        var type = TypeOf(kind);
        parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = parameter.IsArray ? NpgsqlDbType.Array | type : type,
            Value = parameter.IsArray ? TypedArray((object?[])parameter.Value!, kind) : Typed(parameter.Value, kind) ?? DBNull.Value,
        });
    }

    // A number that single precision cannot hold is still greater than all that it can.
    private static SqlKind KindOfReal(SqlParameter parameter) => parameter.IsArray
        ? ((object?[])parameter.Value!).All(IsReal) ? SqlKind.Real : SqlKind.Float
        : IsReal(parameter.Value) ? SqlKind.Real : SqlKind.Float;

    private static bool IsReal(object? value) => value is not double number || float.IsFinite((float)number);

    private static object? Typed(object? value, SqlKind kind) => kind == SqlKind.Real ? (float?)(double?)value : value;

    private static NpgsqlDbType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Text or SqlKind.Geometry => NpgsqlDbType.Text,
        SqlKind.Integer => NpgsqlDbType.Integer,
        SqlKind.BigInteger => NpgsqlDbType.Bigint,
        SqlKind.Float => NpgsqlDbType.Double,
        SqlKind.Real => NpgsqlDbType.Real,
        SqlKind.Decimal => NpgsqlDbType.Numeric,
        SqlKind.Boolean => NpgsqlDbType.Boolean,
        SqlKind.Date => NpgsqlDbType.Date,
        SqlKind.Time => NpgsqlDbType.Time,
        SqlKind.DateTime => NpgsqlDbType.Timestamp,
        SqlKind.Timestamp => NpgsqlDbType.TimestampTz,
        SqlKind.Json => NpgsqlDbType.Json,
        SqlKind.Uuid => NpgsqlDbType.Uuid,
        SqlKind.Binary => NpgsqlDbType.Bytea,
        SqlKind.Other => NpgsqlDbType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string? Digits(object? value) => value is null ? null : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private static Array TypedArray(object?[] values, SqlKind kind) => kind switch
    {
        SqlKind.Text or SqlKind.Json or SqlKind.Other => Array.ConvertAll(values, value => (string?)value),
        SqlKind.Integer => Array.ConvertAll(values, value => (int?)value),
        SqlKind.BigInteger => Array.ConvertAll(values, value => (long?)value),
        SqlKind.Float => Array.ConvertAll(values, value => (double?)value),
        SqlKind.Real => Array.ConvertAll(values, value => (float?)(double?)value),
        SqlKind.Decimal => Array.ConvertAll(values, value => (decimal?)value),
        SqlKind.Boolean => Array.ConvertAll(values, value => (bool?)value),
        SqlKind.Date => Array.ConvertAll(values, value => (DateOnly?)value),
        SqlKind.Time => Array.ConvertAll(values, value => (TimeOnly?)value),
        SqlKind.DateTime or SqlKind.Timestamp => Array.ConvertAll(values, value => (DateTime?)value),
        SqlKind.Uuid => Array.ConvertAll(values, value => (Guid?)value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
