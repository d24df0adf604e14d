using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Access;

/// <summary>What the policies of a caller say of the caller as a whole.</summary>
public sealed class PolicyGlobals(Database database)
{
    /// <summary>Whether one of the caller's policies asks for a second factor.</summary>
    public async Task<bool> EnforceTfaAsync(Caller caller, CancellationToken cancellation)
    {
        var policies = caller.Principal.Policies.ToArray();
        if (policies.Length == 0) return false;
        await using var session = await database.OpenAsync(cancellation);
        return await session.Table<PolicyRow>().AnyAsync(policy => policies.Contains(policy.Id) && policy.EnforceTfa, cancellation);
    }
}
