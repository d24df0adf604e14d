namespace Directus.Grpc.Server.Auth;

/// <summary>How people come to their accounts: by invitation, registration or a new password.</summary>
internal sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>LOGIN_STALL_TIME.</summary>
    public TimeSpan LoginStall { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>REGISTER_STALL_TIME.</summary>
    public TimeSpan RegisterStall { get; set; } = TimeSpan.FromMilliseconds(750);

    /// <summary>USER_INVITE_TOKEN_TTL.</summary>
    public TimeSpan InviteTtl { get; set; } = TimeSpan.FromDays(7);

    /// <summary>EMAIL_VERIFICATION_TOKEN_TTL.</summary>
    public TimeSpan VerificationTtl { get; set; } = TimeSpan.FromDays(7);

    /// <summary>PASSWORD_RESET_URL_ALLOW_LIST.</summary>
    public string ResetUrls { get; set; } = "";

    /// <summary>USER_INVITE_URL_ALLOW_LIST.</summary>
    public string InviteUrls { get; set; } = "";

    /// <summary>USER_REGISTER_URL_ALLOW_LIST.</summary>
    public string RegisterUrls { get; set; } = "";
}
