namespace Directus.Grpc.Server.Data.Dialects.Ddl;

/// <summary>The default of a column to make: a value, or the time of the insert. Anything else a database could compute is
/// not offered, so that no text of a request reaches DDL unquoted.</summary>
internal sealed record ColumnDefault
{
    private ColumnDefault(object? value, bool now) => (Value, IsNow) = (value, now);

    public static ColumnDefault Now { get; } = new(null, true);

    /// <summary>A string, bool, long, double or decimal.</summary>
    public object? Value { get; }

    public bool IsNow { get; }

    public static ColumnDefault Of(object value) => new(value, false);
}
