using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth.Rules;

/// <summary>Keeps a project from losing its last administrator, after whom nobody could let anyone in again.</summary>
internal static class LastAdmin
{
    /// <summary>Refuses with UNPROCESSABLE_CONTENT when the loss leaves no active administrator where there was one.</summary>
    public static async Task RequireAnotherAsync(DbSession db, AdminLoss loss, CancellationToken cancellation)
    {
        // Changes nothing but makes two such writes wait for each other; each alone could leave the other's administrator.
        await db.Table<PolicyRow>().Where(policy => policy.AdminAccess).Set(policy => policy.AdminAccess, true).UpdateAsync(cancellation);

        var left = await AdminSet.LoadAsync(db, loss, cancellation);
        if (await left.HasActiveAsync(db, loss, cancellation)) return;
        var before = await AdminSet.LoadAsync(db, AdminLoss.None, cancellation);
        if (!await before.HasActiveAsync(db, AdminLoss.None, cancellation)) return;
        throw new DirectusException(ErrorCodes.UnprocessableContent, "Cannot remove the last admin user from the system");
    }
}
