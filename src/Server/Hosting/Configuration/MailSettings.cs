using Directus.Grpc.Server.Mail;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>How mail is sent.</summary>
internal static class MailSettings
{
    public static Setting[] All { get; } =
    [
        new("EMAIL_TRANSPORT", $"{MailOptions.Section}:Transport", SettingKind.Choice, "smtp"),
        new("EMAIL_FROM", $"{MailOptions.Section}:From"),
        new("EMAIL_TEMPLATES_PATH", $"{MailOptions.Section}:TemplatesPath"),
        new("EMAIL_VERIFY_SETUP", $"{MailOptions.Section}:VerifySetup", SettingKind.Flag),
        new("EMAIL_SMTP_HOST", $"{MailOptions.Section}:Smtp:Host"),
        new("EMAIL_SMTP_PORT", $"{MailOptions.Section}:Smtp:Port", SettingKind.Port),
        new("EMAIL_SMTP_USER", $"{MailOptions.Section}:Smtp:User"),
        new("EMAIL_SMTP_PASSWORD", $"{MailOptions.Section}:Smtp:Password", SettingKind.Secret),
        new("EMAIL_SMTP_NAME", $"{MailOptions.Section}:Smtp:Name"),
        new("EMAIL_SMTP_SECURE", $"{MailOptions.Section}:Smtp:Secure", SettingKind.Flag),
        new("EMAIL_SMTP_IGNORE_TLS", $"{MailOptions.Section}:Smtp:IgnoreTls", SettingKind.Flag),
    ];
}
