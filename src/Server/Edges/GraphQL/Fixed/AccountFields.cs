using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Items;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using GraphQL;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>The caller's own account, its second factor, and the ways to an account.</summary>
internal sealed class AccountFields(ItemQueries queries, ItemWriter writer, TwoFactor factors, Invitations invitations,
    Registrations registrations) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("users_me", MeAsync),
        new("update_users_me", UpdateMeAsync),
        new("users_me_tfa_generate", GenerateTfaAsync),
        new("users_me_tfa_enable", EnableTfaAsync),
        new("users_me_tfa_disable", DisableTfaAsync),
        new("users_invite", caller => caller.Access.Allows(SystemCollections.Users, AccessAction.Create), InviteAsync),
        new("users_invite_accept", AcceptAsync),
        new("users_register", RegisterAsync),
        new("users_register_verify", VerifyAsync),
    ];

    private async Task<object?> MeAsync(IResolveFieldContext context)
    {
        var principal = Caller(context).Principal;
        if (principal.Share is { } share) return Only("share", share);
        var user = principal.User ?? throw DirectusException.InvalidCredentials();
        try
        {
            return await queries.GetAsync(context, (CollectionType)context.FieldDefinition.ResolvedType!, JsonSerializer.SerializeToElement(user));
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            return Only("id", user);
        }
    }

    private async Task<object?> UpdateMeAsync(IResolveFieldContext context)
    {
        var user = Caller(context).Principal.User ?? throw DirectusException.InvalidCredentials();
        var key = JsonSerializer.SerializeToElement(user);
        var data = DocumentReader.Given(context.Arguments).GetValueOrDefault("data") is { } given
            ? ArgumentJson.Of(given, context)
            : JsonElement.Parse("{}");
        await writer.WriteAsync(Caller(context), new ItemWrite.Update(SystemCollections.Users, [key], data), context.CancellationToken);
        return await queries.GetAsync(context, (CollectionType)context.FieldDefinition.ResolvedType!, key);
    }

    private async Task<object?> GenerateTfaAsync(IResolveFieldContext context)
    {
        var made = await factors.GenerateAsync(Known(context), ArgumentPayload.Of(context).Required("password"), context.CancellationToken);
        return new Row(ArgumentJson.Of(new Dictionary<string, object?> { ["secret"] = made.Secret, ["otpauth_url"] = made.Url }));
    }

    private async Task<object?> EnableTfaAsync(IResolveFieldContext context)
    {
        var (caller, payload) = (Known(context), ArgumentPayload.Of(context));
        await factors.EnableAsync(caller, payload.Required("secret"), payload.Required("otp"), context.CancellationToken);
        return true;
    }

    private async Task<object?> DisableTfaAsync(IResolveFieldContext context)
    {
        await factors.DisableAsync(Known(context), ArgumentPayload.Of(context).Required("otp"), context.CancellationToken);
        return true;
    }

    private async Task<object?> InviteAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        await invitations.InviteAsync(Caller(context), payload.Emails("email"), payload.Uuid("role"), payload.Optional("invite_url"),
            context.CancellationToken);
        return true;
    }

    private async Task<object?> AcceptAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        await invitations.AcceptAsync(payload.Required("token"), payload.Required("password"), Caller(context).Principal, context.CancellationToken);
        return true;
    }

    private async Task<object?> RegisterAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        var (email, password, page) = (payload.Email("email"), payload.Required("password"), payload.Optional("verification_url"));
        var input = new RegistrationInput(email, password, payload.Optional("first_name"), payload.Optional("last_name"), page);
        await registrations.RegisterAsync(input, Caller(context).Principal, context.CancellationToken);
        return true;
    }

    private async Task<object?> VerifyAsync(IResolveFieldContext context)
    {
        await registrations.VerifyAsync(ArgumentPayload.Text(context, "token"), Caller(context).Principal, context.CancellationToken);
        return true;
    }

    private static Row Only(string name, Guid id) => new(ArgumentJson.Of(new Dictionary<string, object?> { [name] = id.ToString() }));

    private static Caller Caller(IResolveFieldContext context) => GraphQLCall.Of(context).Caller;

    private static Caller Known(IResolveFieldContext context) =>
        Caller(context) is { Principal.User: not null } caller ? caller : throw DirectusException.InvalidCredentials();
}
