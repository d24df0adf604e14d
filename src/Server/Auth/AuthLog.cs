namespace Directus.Grpc.Server.Auth;

internal static partial class AuthLog
{
    [LoggerMessage(1301, LogLevel.Warning, "User {User} was suspended after too many failed logins")]
    public static partial void Suspended(ILogger logger, Guid user);

    [LoggerMessage(1302, LogLevel.Warning, "User {User}, the last administrator, is locked out for a few minutes after too many failed logins")]
    public static partial void LastAdminLocked(ILogger logger, Guid user);
}
