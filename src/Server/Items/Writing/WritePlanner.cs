using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The items of a request → a plan to write them. Shaped, decided and checked before anything of it is written.</summary>
public sealed class WritePlanner(Database database, SecretFields secrets, TimeProvider clock, IOptions<WriteLimits> limits)
{
    /// <param name="caller">Who writes.</param>
    /// <param name="parse">Asks the parser for the items.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="within">The transaction that has begun already; null for none.</param>
    internal async Task<WritePlan> PlanAsync(Caller caller, Func<WriteTreeParser, WriteNode[]> parse, CancellationToken cancellation,
        DbSession? within = null)
    {
        var now = clock.GetUtcNow();
        var presets = new Presets(caller.Schema, caller, now);
        var parser = new WriteTreeParser(caller.Schema, presets, limits.Value.MaxItems);
        var nodes = parse(parser);
        var refersToItself = false;
        do refersToItself |= await new KeyLookup(database, within, cancellation).DecideAsync(parser.Keyed);
        while (parser.ReadDecided());
        var checker = new WriteTreeChecker(caller, presets, now, secrets);
        return new WritePlan(Array.ConvertAll(nodes, checker.Check), refersToItself, checker);
    }

    /// <summary>Refuses a number of items that no call may write.</summary>
    internal void RequireFew(int items)
    {
        if (items > limits.Value.MaxItems) throw WriteErrors.TooMany(limits.Value.MaxItems);
    }
}
