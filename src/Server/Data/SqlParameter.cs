namespace Directus.Grpc.Server.Data;

/// <summary>A value of a statement; an array when <paramref name="IsArray"/> (an object?[] of that kind).</summary>
public readonly record struct SqlParameter(object? Value, SqlKind Kind, bool IsArray = false);
