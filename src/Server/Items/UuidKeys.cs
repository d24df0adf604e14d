namespace Directus.Grpc.Server.Items;

/// <summary>Primary keys of collections whose keys are uuids.</summary>
internal static class UuidKeys
{
    // Another kind of key must not slip past a rule unseen.
    public static List<Guid> Uuids(this IReadOnlyList<object> keys) =>
        [.. keys.Select(key => key is Guid id ? id : Guid.Parse((string)key))];
}
