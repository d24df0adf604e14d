namespace Directus.Grpc.Server.Auth.Sso;

internal static partial class SsoLog
{
    [LoggerMessage(1311, LogLevel.Warning, "A login by {Provider} was refused with {Code}")]
    public static partial void Refused(ILogger logger, string provider, string code);

    [LoggerMessage(1312, LogLevel.Warning, "{Provider} does not answer as it should at its {Endpoint}: {Reason}")]
    public static partial void BadAnswer(ILogger logger, string provider, string endpoint, string reason);

    [LoggerMessage(1313, LogLevel.Warning, "What {Provider} says about a user cannot be trusted: {Reason}")]
    public static partial void Untrusted(ILogger logger, string provider, string reason);
}
