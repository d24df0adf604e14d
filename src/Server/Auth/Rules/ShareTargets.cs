using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>What a caller may share: collections they may read and share, and of these the items that both rights match.</summary>
internal sealed class ShareTargets(ItemReader reader)
{
    /// <summary>Refuses shares of collections that the caller may not share.</summary>
    public static void RequireCollections(Caller caller, IEnumerable<JsonElement> shares)
    {
        foreach (var share in shares)
        {
            if (share.TryGetProperty("collection", out var name) && name.ValueKind == JsonValueKind.String
                && name.GetString() is { Length: > 0 } collection)
                RequireCollection(caller, collection);
        }
    }

    public static void RequireCollection(Caller caller, string collection)
    {
        caller.Require(collection, AccessAction.Read);
        if (!caller.Access.Allows(collection, AccessAction.Share)) throw NotSharable(collection);
    }

    public async Task RequireAsync(Caller caller, string collection, string item, CancellationToken cancellation)
    {
        RequireCollection(caller, collection);
        // An administrator may prepare a share of an item that is still to come.
        if (caller.Access.IsUnrestricted) return;
        await RequireItemAsync(caller, collection, item, AccessAction.Read, cancellation);
        await RequireItemAsync(caller, collection, item, AccessAction.Share, cancellation);
    }

    private async Task RequireItemAsync(Caller caller, string collection, string item, AccessAction action, CancellationToken cancellation)
    {
        var key = caller.Schema[collection].PrimaryKey.Name;
        var query = new ItemQuery { Fields = [new FieldSelection(new FieldPath(key), [])] };
        using var ignored = new MemorySink(256);
        var read = new ItemRead.One(collection, JsonSerializer.SerializeToElement(item), query);
        if (await reader.TryReadAsync(ReadingKeysOf(caller, collection, action), read, ignored, cancellation) is null) throw NotSharable(collection);
    }

    // Somebody who may read just the rows that the action's rules match: the key of each, whatever the fields.
    private static Caller ReadingKeysOf(Caller caller, string collection, AccessAction action)
    {
        var rules = caller.Access.For(collection, action).Select(rule => rule with { Fields = FrozenSet.Create("*") });
        return caller with { Access = AccessRules.Only(collection, AccessAction.Read, rules) };
    }

    private static DirectusException NotSharable(string collection)
    {
        var reason = $"You don't have permission to perform \"share\" for collection \"{collection}\" or it does not exist.";
        return new DirectusException([new DirectusError(ErrorCodes.Forbidden, reason, new Dictionary<string, object?> { ["reason"] = reason })]);
    }
}
