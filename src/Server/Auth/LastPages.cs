using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Auth;

/// <summary>The page of the app that a user saw last. No right is asked for and no activity kept: it is the app's own note.</summary>
internal sealed class LastPages(Database database)
{
    // As long as the column.
    private const int MaxLength = 255;

    public Task RememberAsync(Guid user, string page, CancellationToken cancellation)
    {
        if (page.Length > MaxLength) throw DirectusException.InvalidPayload($"\"last_page\" has more than {MaxLength} characters");
        return database.TransactAsync(async session =>
        {
            await session.Table<UserRow>().Where(row => row.Id == user).Set(row => row.LastPage, page).UpdateAsync(cancellation);
        }, cancellation);
    }
}
