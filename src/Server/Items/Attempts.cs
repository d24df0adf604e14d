using System.Data.Common;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items;

/// <summary>Does calls on items again that failed only because others were quicker: a transaction that had to give way. The whole
/// of it is done anew, from the payload on, so nothing of a try may outlast it but what its commit has let happen.</summary>
public sealed class Attempts(Database database)
{
    internal async Task<T> RunAsync<T>(Caller caller, Func<Caller, Task<T>> attempt, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(caller);
            }
            catch (DbException error) when (tries < Repetition.MostTries && database.Dialect.IsConflict(error))
            {
                await Repetition.PauseAsync(tries, cancellation);
            }
        }
    }

    internal Task RunAsync(Caller caller, Func<Caller, Task> attempt, CancellationToken cancellation) => RunAsync(caller, async current =>
    {
        await attempt(current);
        return true;
    }, cancellation);
}
