using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Data;

public enum ViolationKind
{
    Unique,
    ForeignKey,
    NotNull,
    TooLong,
    OutOfRange,
    InvalidValue,
}

/// <summary>A rule of the database that a write broke, with what the database tells about it.</summary>
public sealed record DatabaseViolation(ViolationKind Kind, string? Table, string? Column, string? Constraint)
{
    /// <summary>What the violation is called to clients.</summary>
    public ErrorCode Code => Kind switch
    {
        ViolationKind.Unique => ErrorCodes.RecordNotUnique,
        ViolationKind.ForeignKey => ErrorCodes.InvalidForeignKey,
        ViolationKind.NotNull => ErrorCodes.NotNullViolation,
        ViolationKind.TooLong => ErrorCodes.ValueTooLong,
        ViolationKind.OutOfRange => ErrorCodes.ValueOutOfRange,
        _ => ErrorCodes.InvalidPayload,
    };
}

/// <summary>A rule that is broken without the database saying so: it was looked for.</summary>
internal sealed class ViolationException(DatabaseViolation violation) : Exception(violation.ToString())
{
    public DatabaseViolation Violation => violation;
}
