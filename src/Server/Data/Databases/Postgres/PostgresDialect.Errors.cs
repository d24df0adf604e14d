using System.Data.Common;
using Npgsql;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed partial class PostgresDialect
{
    public override DatabaseViolation? Recognize(DbException error)
    {
        if (error is not PostgresException postgres) return null;
        ViolationKind? kind = postgres.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => ViolationKind.Unique,
            PostgresErrorCodes.ForeignKeyViolation => ViolationKind.ForeignKey,
            PostgresErrorCodes.NotNullViolation => ViolationKind.NotNull,
            PostgresErrorCodes.StringDataRightTruncation => ViolationKind.TooLong,
            PostgresErrorCodes.NumericValueOutOfRange => ViolationKind.OutOfRange,
            // No key is left to be given.
            "2200H" => ViolationKind.OutOfRange,
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ExclusionViolation => ViolationKind.InvalidValue,
            // What else is wrong with a value: no such label of an enum, no such address, no xml.
            ['2', '2', ..] => ViolationKind.InvalidValue,
            // This extension has no better code for a text that is none of its values.
            PostgresErrorCodes.InternalError when postgres.File == "hstore_io.c" => ViolationKind.InvalidValue,
            _ => null,
        };
        return kind is { } known
            ? new DatabaseViolation(known, postgres.TableName, ColumnOf(postgres), postgres.ConstraintName)
            : null;
    }

    public override string? RecognizeRefusedChange(DbException error) => (error as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DuplicateTable => "The database already has a table, view or constraint of that name",
        PostgresErrorCodes.DuplicateColumn => "The table already has a column of that name",
        PostgresErrorCodes.DuplicateObject => "The database already has a constraint of that name",
        PostgresErrorCodes.DependentObjectsStillExist => "Another part of the database depends on it",
        PostgresErrorCodes.InvalidParameterValue => "The existing values can't be converted to that type",
        PostgresErrorCodes.CannotCoerce => "The existing values can't be converted to that type",
        PostgresErrorCodes.DatatypeMismatch => "The types don't fit",
        PostgresErrorCodes.InvalidForeignKey => "The related field is not unique",
        PostgresErrorCodes.InvalidDatetimeFormat => "A value is no valid date or time",
        PostgresErrorCodes.DatetimeFieldOverflow => "A date or time is out of range",
        PostgresErrorCodes.UndefinedObject => "The database has no such type",
        PostgresErrorCodes.UndefinedFunction => "The database can't compare values of these types",
        PostgresErrorCodes.TooManyColumns => "The table has too many columns",
        PostgresErrorCodes.FeatureNotSupported => "The database doesn't support this change",
        PostgresErrorCodes.CheckViolation => "A value breaks a rule of the database",
        ['2', '2', ..] => "The existing values can't be converted to that type",
        _ => null,
    };

    public override bool IsConflict(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    // 0A000: a prepared statement's result type changed by DDL.
    public override bool IsStalePlan(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };

    public override bool IsOutdated(DbException error) => IsStalePlan(error) ||
        error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn };

    // Only not-null violations name the column; the others say it in the detail: Key (email)=(…) already exists.
    private static string? ColumnOf(PostgresException error)
    {
        if (error.ColumnName is not null) return error.ColumnName;
        const string key = "Key (";
        if (error.Detail is not { } detail || !detail.StartsWith(key, StringComparison.Ordinal)) return null;
        var end = detail.IndexOf(")=", StringComparison.Ordinal);
        return end < 0 ? null : detail[key.Length..end].Trim('"');
    }
}
