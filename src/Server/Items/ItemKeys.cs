using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Primary keys as requests spell them → typed keys.</summary>
internal static class ItemKeys
{
    /// <summary>The key, or FORBIDDEN: one that cannot be a key of the collection is as good as unknown.</summary>
    public static object Parse(Collection collection, JsonElement key)
    {
        if (key.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) throw DirectusException.InvalidPayload("Invalid key");
        return ValueParser.TryParse(collection.PrimaryKey, key, out var value) is ValueProblem.None or ValueProblem.TooLong && value is not null
            ? value
            : throw DirectusException.Forbidden();
    }

    public static bool TryParse(Collection collection, JsonElement key, [NotNullWhen(true)] out object? typed) =>
        ValueParser.TryParse(collection.PrimaryKey, key, out typed) is ValueProblem.None && typed is not null;

    public static ImmutableArray<object?> Parse(Collection collection, IReadOnlyList<JsonElement> keys)
    {
        var typed = ImmutableArray.CreateBuilder<object?>(keys.Count);
        foreach (var key in keys) typed.Add(Parse(collection, key));
        return typed.MoveToImmutable();
    }
}
