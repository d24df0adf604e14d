using System.Runtime.CompilerServices;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Items.Importing;

/// <summary>Brings in any number of items in one transaction, some at a time, so that no more than these are held. Items that are there are
/// updated by the keys that they hold, the others are made.</summary>
public sealed class ItemImporter(WritePlanner planner, WriteTransactions transactions, Attempts attempts, IOptions<WriteLimits> limits)
{
    // Enough for statements to be full.
    private const int AtOnce = 1_000;

    /// <param name="caller">Who brings them in, by whose rights they are written.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="items">Reads the items from the first on; called anew when the transaction has to be done again.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many there were.</returns>
    public Task<long> ImportAsync(Caller caller, string collection, Func<IAsyncEnumerable<JsonElement>> items, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => ImportOnceAsync(current, collection, items(), cancellation), cancellation);

    private async Task<long> ImportOnceAsync(Caller caller, string name, IAsyncEnumerable<JsonElement> items, CancellationToken cancellation)
    {
        var collection = caller.Require(name, ItemUses.Create);
        var faults = new ImportFaults(limits.Value.MaxImportErrors);
        var batch = new Batch();
        try
        {
            return await transactions.WriteAllAsync(caller, session => PlansAsync(caller, session, collection, items, batch, faults, cancellation),
                cancellation);
        }
        catch (DirectusException refusal) when (!faults.Any && ImportFaults.AreOfValues(refusal)
            && batch.RowOf(collection, refusal.Errors[0]) is { } row)
        {
            // What only the database could see.
            faults.Add(row, refusal.Errors);
            throw faults.ToException();
        }
    }

    private async IAsyncEnumerable<WritePlan> PlansAsync(Caller caller, DbSession session, Collection collection, IAsyncEnumerable<JsonElement> items,
        Batch batch, ImportFaults faults, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in items.WithCancellation(cancellation))
        {
            batch.Items.Add(item);
            if (batch.Items.Count < AtOnce) continue;
            if (await PlanAsync(caller, session, collection, batch, faults, cancellation) is { } plan) yield return plan;
            batch.Next();
        }

        if (batch.Items.Count > 0 && await PlanAsync(caller, session, collection, batch, faults, cancellation) is { } last) yield return last;
        if (faults.Any) throw faults.ToException();
    }

    // Once a row has a fault nothing is written any more: the others are looked at for theirs.
    private async Task<WritePlan?> PlanAsync(Caller caller, DbSession session, Collection collection, Batch batch, ImportFaults faults,
        CancellationToken cancellation)
    {
        if (!faults.Any)
        {
            try
            {
                return await PlanAsync(caller, session, collection, batch.Items, cancellation);
            }
            catch (DirectusException refusal) when (ImportFaults.AreOfValues(refusal))
            {
                // Which rows they are is found out one by one.
            }
        }

        for (var i = 0; i < batch.Items.Count; i++)
        {
            try
            {
                await PlanAsync(caller, session, collection, [batch.Items[i]], cancellation);
            }
            catch (DirectusException refusal) when (ImportFaults.AreOfValues(refusal))
            {
                faults.Add(batch.First + i, refusal.Errors);
                if (faults.Enough) throw faults.ToException();
            }
        }

        return null;
    }

    private Task<WritePlan> PlanAsync(Caller caller, DbSession session, Collection collection, List<JsonElement> items,
        CancellationToken cancellation) =>
        planner.PlanAsync(caller, tree => [.. items.Select(item => tree.Either(collection, item, []))], cancellation, session);

    /// <summary>The items that are being written, and where in the file they are.</summary>
    private sealed class Batch
    {
        public long First { get; private set; } = 1;

        public List<JsonElement> Items { get; } = new(AtOnce);

        public void Next()
        {
            First += Items.Count;
            Items.Clear();
        }

        /// <summary>The last row with the value that is to blame; null when that is not told.</summary>
        public long? RowOf(Collection collection, DirectusError error)
        {
            if (error.Extensions.GetValueOrDefault("field") is not string name || !collection.TryGetField(name, out _)) return null;
            var value = TextOf(error.Extensions.GetValueOrDefault("value"));
            for (var i = Items.Count - 1; i >= 0; i--)
                if (Items[i].TryGetProperty(name, out var given) && ValueParser.Text(given) == value) return First + i;
            return null;
        }

        private static string? TextOf(object? value) => value is JsonElement json ? ValueParser.Text(json) : value is null ? null : KeyText.Of(value);
    }
}
