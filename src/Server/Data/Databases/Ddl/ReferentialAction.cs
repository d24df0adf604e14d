namespace Directus.Grpc.Server.Data.Databases.Ddl;

internal enum ReferentialAction
{
    NoAction,
    SetNull,
    SetDefault,
    Cascade,
    Restrict,
}

internal static class ReferentialActions
{
    public static string ToSql(this ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "NO ACTION",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.Restrict => "RESTRICT",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static bool TryParse(string? text, out ReferentialAction action)
    {
        foreach (var candidate in Enum.GetValues<ReferentialAction>())
        {
            action = candidate;
            if (string.Equals(candidate.ToSql(), text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        action = default;
        return false;
    }

    public static ReferentialAction Parse(string text) =>
        TryParse(text, out var action) ? action : throw new FormatException($"'{text}' is no referential action.");
}
