using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Compares versions with their items, saves changes to them and puts these into the items.</summary>
internal sealed class ContentVersions(StoredVersions versions, MainItems items, ItemWriter writer, WritePlanner planner,
    WriteTransactions transactions, Attempts attempts, ItemRights rights, TimeProvider clock)
{
    // What a draft may still lack. It is told where the draft is read, and refused where it is promoted.
    private static readonly ErrorCode[] Unfinished =
    [
        ErrorCodes.FailedValidation, ErrorCodes.NotNullViolation, ErrorCodes.RecordNotUnique, ErrorCodes.InvalidForeignKey,
            ErrorCodes.ContainsNullValues,
    ];

    public async Task<VersionComparison> CompareAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var version = await versions.GetAsync(caller, id, cancellation);
        var (collection, key) = ItemOf(caller, version);
        var (main, hash) = await items.ReadAsync(caller, collection, key, cancellation);
        return new VersionComparison(version.Hash != hash, hash, VersionDelta.ShownWhole(caller, collection, version.Item, version.Delta), main);
    }

    /// <summary>Adds changes to a version; answers the item with all that the version holds. Who saves them needs the rights to write
    /// the same to the item, and to update the version.</summary>
    public async Task<JsonObject> SaveAsync(Caller caller, string id, JsonElement given, CancellationToken cancellation)
    {
        var version = await versions.GetAsync(caller, id, cancellation);
        var collection = VersionRules.RequireVersioned(caller, version.Collection);
        var key = ItemKeys.Parse(collection, JsonText.String(version.Item));
        var (main, _) = await items.ReadAsync(caller, collection, key, cancellation);
        var change = VersionDelta.Change(collection, given);
        var nested = new NestedItems(caller.Schema);
        VersionDelta.RequireNoSecrets(nested, collection, change);
        await RequireWritableAsync(caller, collection, key, given, change, cancellation);

        var told = VersionDelta.Told(nested, collection, change);
        var save = new VersionSave(version.Id, collection, change, told, new Authorship(caller.Principal.User, clock.GetUtcNow()));
        var update = new ItemWrite.Update(SystemCollections.Versions, [JsonText.String(id)], JsonElement.Parse("""{"delta":{}}"""));
        await writer.WriteAsync(caller with { Brought = save }, update, cancellation);

        var item = JsonObject.Create(main)!;
        foreach (var (name, value) in VersionDelta.Shown(caller, collection, save.Merged!)) item[name] = value?.DeepClone();
        return item;
    }

    /// <summary>Writes what the version holds to its item, by the rights of the caller and with all rules; of the named fields or all.</summary>
    /// <param name="caller">Who promotes.</param>
    /// <param name="id">Primary key of the version.</param>
    /// <param name="hash">The hash of the item as they have compared it.</param>
    /// <param name="fields">The fields; null for all.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The key of the item.</returns>
    public async Task<string> PromoteAsync(Caller caller, string id, string? hash, IReadOnlyCollection<string>? fields,
        CancellationToken cancellation)
    {
        var version = await versions.GetAsync(caller, id, cancellation);
        if (hash is null) throw DirectusException.InvalidPayload("\"mainHash\" field is required");
        var (collection, key) = ItemOf(caller, version);
        caller.Require(collection.Name, AccessAction.Update);
        var content = version.Delta is null ? [] : VersionDelta.Content(collection, version.Delta);
        foreach (var name in content.Select(property => property.Key).Except(fields ?? [.. content.Select(property => property.Key)]).ToArray())
            content.Remove(name);
        var author = version.Delta is null ? null : VersionDelta.Author(version.Delta);
        var update = new ItemWrite.Update(collection.Name, [JsonText.String(version.Item)], JsonSerializer.SerializeToElement(content))
        {
            Guard = new PromotionGuard(caller, items, version, collection, key, hash),
        };
        await writer.WriteAsync(caller with { Author = author }, update, cancellation);
        return version.Item;
    }

    // Tries the write. A value that is not yet right may wait; but what is nested would be seen by others who read the version, so it has
    // to have been possible.
    private async Task RequireWritableAsync(Caller caller, Collection collection, object key, JsonElement given, JsonObject change,
        CancellationToken cancellation)
    {
        caller.Require(collection.Name, AccessAction.Update);
        try
        {
            await attempts.RunAsync(caller, async current =>
            {
                var plan = await planner.PlanAsync(current, tree => [tree.Update(current.Schema[collection.Name], [key], given)], cancellation);
                await transactions.TryAsync(current, plan, cancellation);
                return true;
            }, cancellation);
        }
        catch (DirectusException refusal) when (refusal.Errors.All(error => Unfinished.Contains(error.Code))
            && !HoldsItems(caller, collection, change))
        {
            // Values are looked at before rows are.
            var names = change.Select(property => property.Key).ToArray();
            if (!await rights.MayAsync(caller, AccessAction.Update, collection.Name, KeyText.Of(key), names, cancellation))
                throw DirectusException.Forbidden();
        }
    }

    private static bool HoldsItems(Caller caller, Collection collection, JsonObject change) => change.Any(property =>
        collection.TryGetField(property.Key, out var field)
        && (field.IsAlias || (property.Value is JsonObject && caller.Schema.RelationOfMany(collection.Name, field.Name) is not null)));

    private static (Collection Collection, object Key) ItemOf(Caller caller, StoredVersion version)
    {
        var collection = caller.Require(version.Collection, AccessAction.Read);
        return (collection, ItemKeys.Parse(collection, JsonText.String(version.Item)));
    }
}
