using System.Text.Json;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>What a rule is held against: the values that a write gives, its own ones or those of an item nested in it.</summary>
/// <param name="Has">Whether the field is given, be it that its value is still to come.</param>
/// <param name="Find">The value; null for one that is not given or still to come.</param>
internal sealed record RuledItem(Func<string, bool> Has, Func<string, JsonElement?> Find)
{
    public static RuledItem Of(JsonElement item) =>
        new(name => item.TryGetProperty(name, out _), name => item.TryGetProperty(name, out var value) ? value : null);
}
