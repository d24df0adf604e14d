namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>What a mailed link is good for; one never serves for another.</summary>
/// <param name="Scope">The name of the purpose in tokens.</param>
/// <param name="Use">What the link is used for, in words.</param>
/// <param name="Page">The page of this server that it leads to when none is asked for.</param>
/// <param name="AllowList">The other pages that it may lead to.</param>
/// <param name="Lifetime">How long it works.</param>
/// <param name="Template">The mail's template.</param>
/// <param name="Subject">The mail's subject.</param>
internal sealed record LinkPurpose(string Scope, string Use, string Page, Func<AccountOptions, string> AllowList,
    Func<AccountOptions, TimeSpan> Lifetime, string Template, string Subject)
{
    public static readonly LinkPurpose PasswordReset = new("password-reset", "reset passwords", "/admin/reset-password",
        options => options.ResetUrls, _ => TimeSpan.FromDays(1), "password-reset", "Password Reset Request");

    public static readonly LinkPurpose Invitation = new("invite", "invite users", "/admin/accept-invite",
        options => options.InviteUrls, options => options.InviteTtl, "user-invitation", "You have been invited");

    public static readonly LinkPurpose Registration = new("pending-registration", "verify registered users", "/users/register/verify-email",
        options => options.RegisterUrls, options => options.VerificationTtl, "user-registration", "Verify your email address");
}
