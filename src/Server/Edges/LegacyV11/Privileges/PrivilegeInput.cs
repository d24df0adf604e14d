using System.Globalization;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>The numbers and lists of a privilege that were given; null for what was not.</summary>
internal sealed record PrivilegeInput(int? View, int? Add, int? Edit, int? Delete,
    IReadOnlyList<string>? Unreadable, IReadOnlyList<string>? Unwritable)
{
    public static PrivilegeInput Read(JsonElement fields)
    {
        if (Number(fields, "status_id", int.MaxValue) is not (null or 0))
            throw LegacyErrors.Refused("There are no privileges by status: status_id has to be 0");
        return new PrivilegeInput(Number(fields, "allow_view", Privilege.All), Number(fields, "allow_add", Privilege.Mine),
            Number(fields, "allow_edit", Privilege.All), Number(fields, "allow_delete", Privilege.All),
            List(fields, "read_field_blacklist"), List(fields, "write_field_blacklist"));
    }

    // An empty value is 0.
    private static int? Number(JsonElement fields, string name, int most)
    {
        if (!fields.TryGetProperty(name, out var value)) return null;
        if (LegacyParameters.TextOf(value) is not { Length: > 0 } text) return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw LegacyErrors.Refused($"The value of [{name}] has to be between 0 and {most}");
    }

    private static IReadOnlyList<string>? List(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? LegacyParameters.ListOf(value) ?? [] : null;
}
