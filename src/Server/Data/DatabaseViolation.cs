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
public sealed record DatabaseViolation(ViolationKind Kind, string? Table, string? Column, string? Constraint);
