using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Linq;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Finds accounts, and changes them where the account itself is the condition: of two calls with one link, or one
/// code, the database lets one through. All else is written as items.</summary>
internal sealed class AccountStore(Database database, SchemaStore schemas, IItemRecorder recorder, ItemChanges changes)
{
    private const string Mask = "**********";

    /// <summary>The account with that address, whatever its letter case; null when there is none, or more than one.</summary>
    public async Task<UserRow?> FindAsync(string email, CancellationToken cancellation)
    {
        if (email.Contains('\0')) return null; // PostgreSQL has no text with it
        var address = EmailAddress.Normalize(email);
        await using var db = await database.OpenAsync(cancellation);
        // The usual form first: it has an index. Databases of older projects hold addresses as they were typed.
        var users = db.Table<UserRow>();
        if (await users.FirstOrDefaultAsync(user => user.Email == address, cancellation) is { } usual) return usual;
        var alike = await users.Where(user => user.Email!.ToLower() == address).Take(2).ToListAsync(cancellation);
        return alike.Count == 1 ? alike[0] : await users.FirstOrDefaultAsync(user => user.Email == email, cancellation);
    }

    public async Task<UserRow?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Table<UserRow>().FirstOrDefaultAsync(user => user.Id == id, cancellation);
    }

    /// <summary>The role of those who register; null when they get none.</summary>
    public async Task<Guid?> RegistrationRoleAsync(CancellationToken cancellation) => (await SettingsAsync(cancellation)).RegistrationRole;

    public async Task<SettingsRow> SettingsAsync(CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Table<SettingsRow>().FirstOrDefaultAsync(cancellation) ?? new SettingsRow();
    }

    public async Task RequirePolicyAsync(string password, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        await PasswordPolicy.RequireAsync(db, [password], cancellation);
    }

    /// <summary>The server itself, where it writes for somebody who has no rights of their own.</summary>
    public Caller System(Principal client) =>
        new(client with { User = null, Role = null, Share = null, Session = null, Admin = true }, schemas.Current, AccessRules.Unrestricted);

    /// <summary>Changes the account if it is still as the condition in the change says, and tells of it as of every write;
    /// false when it is not.</summary>
    /// <param name="client">Who changes it.</param>
    /// <param name="user">The account.</param>
    /// <param name="change">Condition and new values.</param>
    /// <param name="fields">Names of the secrets that are set, or null for one that is taken away.</param>
    /// <param name="endSessions">Whether who is logged in has to log in again.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<bool> ChangeAsync(Principal client, Guid user, Func<IQueryable<UserRow>, IUpdatable<UserRow>> change,
        JsonObject fields, bool endSessions, CancellationToken cancellation)
    {
        var collection = schemas.Current[SystemCollections.Users];
        var json = Encoding.UTF8.GetBytes(fields.ToJsonString());
        var record = new ItemRecord(collection, AccessAction.Update, user) { Revision = new ItemRevision(json, json) };
        // Who comes by a mailed link is the user of the account.
        var caller = System(client) with { Principal = client.User is null ? client with { User = user } : client };
        var changed = await database.TransactAsync(async db =>
        {
            if (await change(db.Table<UserRow>().Where(row => row.Id == user)).UpdateAsync(cancellation) == 0) return false;
            if (endSessions) await SessionStore.EndOfUsersAsync(db, [user], null, cancellation);
            if (collection.Accountability is not null) await recorder.RecordAsync(caller, db, [record], cancellation);
            await changes.SendRightsAsync(db, cancellation);
            return true;
        }, cancellation);
        if (changed) changes.Raise(new ItemChanged(SystemCollections.Users, AccessAction.Update, [user]));
        return changed;
    }

    /// <summary>A secret as revisions tell it.</summary>
    public static JsonNode Masked => JsonValue.Create(Mask);
}
