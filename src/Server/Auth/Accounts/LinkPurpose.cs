namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>What a mailed link is good for; one never serves for another.</summary>
internal enum LinkPurpose
{
    PasswordReset,
    Invitation,
    Registration,
}
