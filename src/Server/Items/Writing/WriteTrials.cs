using System.Collections.Frozen;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Carries out writes to see what comes of them, and takes them back. Nobody hears of them, and no account is kept.</summary>
public sealed class WriteTrials(Database database, PlanContexts contexts)
{
    /// <param name="caller">Who writes.</param>
    /// <param name="plan">What is written.</param>
    /// <param name="rules">The rules of collections that hold for it.</param>
    /// <param name="before">Looks at the database before.</param>
    /// <param name="look">Looks at it afterwards, knowing the items that there would then be.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal Task<T> TryAsync<T>(Caller caller, WritePlan plan, FrozenDictionary<string, IItemRules> rules, Func<DbSession, Task> before,
        Func<DbSession, IReadOnlySet<(string Collection, object Key)>, Task<T>> look, CancellationToken cancellation)
    {
        var log = new WriteLog();
        return new ViolationTranslator(database, caller.Schema, log).RunAsync(_ => database.TakeBackAsync(async session =>
        {
            await before(session);
            var rows = new RowChanges(caller, session, contexts, rules, log, cancellation);
            await new WriteTreeExecutor(rows, plan.Checker, log, cancellation).RunAsync(plan);
            return await look(session, log.Created());
        }, cancellation), cancellation);
    }
}
