using System.Data.Common;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Does calls on items again that failed only because others were quicker: a transaction that had to give way, a
/// statement for tables as they were. The whole of it is done anew, from the payload or query on and on the schema of that time,
/// so nothing of a try may outlast it but what its commit has let happen.</summary>
public sealed class Attempts(Database database, SchemaStore schemas, AccessStore access)
{
    internal Task<T> RunAsync<T>(Caller caller, Func<Caller, Task<T>> attempt, CancellationToken cancellation) =>
        RunAsync(caller, attempt, static () => true, cancellation);

    /// <param name="caller">Who calls.</param>
    /// <param name="attempt">The call, given the caller on the schema of its time.</param>
    /// <param name="clear">Undoes what a try has left behind; false when somebody has seen it already.</param>
    /// <param name="cancellation">Ends the tries.</param>
    internal async Task<T> RunAsync<T>(Caller caller, Func<Caller, Task<T>> attempt, Func<bool> clear, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(caller);
            }
            catch (DbException error) when (tries < Repetition.MostTries && database.Dialect.IsConflict(error) && clear())
            {
                await Repetition.PauseAsync(tries, cancellation);
            }
            catch (DbException error) when (tries < Repetition.MostTries && database.Dialect.IsOutdated(error) && clear())
            {
                if (tries > 1) await Repetition.PauseAsync(tries, cancellation);
                caller = await RenewAsync(caller, cancellation);
            }
        }
    }

    // The server's own calls have no rights that could have changed.
    private async ValueTask<Caller> RenewAsync(Caller caller, CancellationToken cancellation)
    {
        var schema = await schemas.RenewAsync(caller.Schema, cancellation);
        if (ReferenceEquals(caller.Access, AccessRules.Unrestricted)) return caller with { Schema = schema };
        return await access.CallerAsync(caller.Principal, cancellation) with
        {
            Brought = caller.Brought,
            Unrecorded = caller.Unrecorded,
            Author = caller.Author,
        };
    }
}
