namespace Directus.Grpc.Server.Data;

/// <summary>A value of a statement; an array when <paramref name="IsArray"/> (an object?[] of that kind).</summary>
public readonly record struct SqlParameter(object? Value, SqlKind Kind, bool IsArray = false)
{
    public bool Equivalent(SqlParameter other) => Kind == other.Kind && IsArray == other.IsArray
        && (IsArray ? ((object?[])Value!).AsSpan().SequenceEqual((object?[])other.Value!) : Equals(Value, other.Value));
}
