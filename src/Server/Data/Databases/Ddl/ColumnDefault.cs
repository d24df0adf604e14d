namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>The default of a column to make: a value, the time of the insert, or a new uuid. Anything else a database could compute is
/// not offered, so that no text of a request reaches DDL unquoted.</summary>
internal sealed record ColumnDefault
{
    private ColumnDefault(object? value, bool now, string? existing) => (Value, IsNow, Existing) = (value, now, existing);

    public static ColumnDefault Now { get; } = new(null, true, null);

    public static ColumnDefault Uuid { get; } = new(null, false, null);

    /// <summary>A string, bool, long, double or decimal.</summary>
    public object? Value { get; }

    public bool IsNow { get; }

    public bool IsUuid => this is { Value: null, IsNow: false, Existing: null };

    /// <summary>What the catalogue says of a column that is made again.</summary>
    public string? Existing { get; }

    public static ColumnDefault Of(object value) => new(value, false, null);

    public static ColumnDefault Kept(string expression) => new(null, false, expression);
}
