namespace Directus.Grpc.Server.Mail;

// Links are secrets of their receivers: none is logged.
internal static partial class MailLog
{
    [LoggerMessage(1201, LogLevel.Warning, "A mail ({Template}) was not sent: EMAIL_TRANSPORT is not set")]
    public static partial void NoTransport(ILogger logger, string template);

    [LoggerMessage(1202, LogLevel.Error, "A mail ({Template}) was not sent: too many are waiting")]
    public static partial void Full(ILogger logger, string template);

    [LoggerMessage(1203, LogLevel.Error, "A mail ({Template}) was not sent after {Attempts} attempts")]
    public static partial void Failed(ILogger logger, string template, int attempts, Exception cause);

    [LoggerMessage(1204, LogLevel.Warning, "The mail server cannot be used, see the EMAIL_SMTP_ settings: {Reason}")]
    public static partial void Unreachable(ILogger logger, string reason);
}
