using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Rules;
using Directus.Grpc.Server.Query.Variables;
using LinqToDB;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>Accounts that people make for themselves, where the settings allow it. An address that has an account is answered
/// like one that has none.</summary>
internal sealed class Registrations(AccountStore accounts, MailedLinks links, ItemWriter writer, IPasswordHasher hasher,
    IOptions<AccountOptions> options, TimeProvider time, RegistrationLimit limit)
{
    private const string Unverified = "unverified";

    public async Task RegisterAsync(RegistrationInput input, Principal client, CancellationToken cancellation)
    {
        await limit.TakeAsync(client, cancellation);
        var stall = new Stall(time, options.Value.RegisterStall);
        try
        {
            await RunAsync(input, client, cancellation);
        }
        finally
        {
            await stall.EndAsync(cancellation);
        }
    }

    /// <summary>Confirms the address and answers whose it is; INVALID_PAYLOAD when there is nothing to confirm.</summary>
    public async Task<Guid> VerifyAsync(string token, Principal client, CancellationToken cancellation)
    {
        if (await links.OwnerAsync(LinkPurpose.Registration, token, cancellation) is not { Status: Unverified } user) throw Unverifiable();
        var verified = await accounts.ChangeAsync(client, user.Id,
            rows => rows.Where(row => row.Status == Unverified).Set(row => row.Status, UserRow.Active),
            new JsonObject { ["status"] = UserRow.Active }, endSessions: false, cancellation);
        return verified ? user.Id : throw Unverifiable();
    }

    private async Task RunAsync(RegistrationInput input, Principal client, CancellationToken cancellation)
    {
        var settings = await accounts.SettingsAsync(cancellation);
        if (!settings.PublicRegistration) throw DirectusException.Forbidden();
        var link = links.PageOf(LinkPurpose.Registration, input.Page);
        var system = accounts.System(client);
        RequireAdmitted(settings, input, system);
        await accounts.RequirePolicyAsync(input.Password, cancellation);

        var user = await accounts.FindAsync(input.Email, cancellation);
        // Hashing takes time, so it is done whether the password is kept or not.
        if (user is not null) await hasher.HashAsync(input.Password, cancellation);
        else user = await CreateAsync(input, settings, system, cancellation);
        if (settings.VerifiesEmail && user is { Status: Unverified }) links.Post(LinkPurpose.Registration, user, link);
    }

    private async Task<UserRow?> CreateAsync(RegistrationInput input, SettingsRow settings, Caller system, CancellationToken cancellation)
    {
        var item = JsonSerializer.SerializeToElement(new
        {
            email = input.Email,
            password = input.Password,
            first_name = input.FirstName,
            last_name = input.LastName,
            role = settings.RegistrationRole,
            status = settings.VerifiesEmail ? Unverified : UserRow.Active,
        });
        try
        {
            var keys = await writer.WriteAsync(system, new ItemWrite.Create(SystemCollections.Users, [item]), cancellation);
            return await accounts.FindAsync((Guid)keys[0], cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.RecordNotUnique)
        {
            return null; // somebody was quicker; answered as if they had been first by far
        }
    }

    private void RequireAdmitted(SettingsRow settings, RegistrationInput input, Caller system)
    {
        if (string.IsNullOrWhiteSpace(settings.RegistrationFilter)) return;
        var row = new WriteRow(system.Schema[SystemCollections.Users]);
        (string, string?)[] given = [("email", EmailAddress.Normalize(input.Email)), ("first_name", input.FirstName), ("last_name", input.LastName)];
        foreach (var (name, value) in given)
            if (row.Collection.TryGetField(name, out var field)) row.Set(field, value, JsonSerializer.SerializeToElement(value));
        var checker = new RuleChecker(new VariableResolver(system.VariablesAt(time.GetUtcNow())));
        var failures = checker.Check(FilterParser.Parse(JsonText.Parse(settings.RegistrationFilter)), new RuledItem(row.IsGiven, row.Given));
        if (failures.Count > 0) throw DirectusException.Forbidden();
    }

    private static DirectusException Unverifiable() => DirectusException.InvalidPayload("Invalid verification code");
}
