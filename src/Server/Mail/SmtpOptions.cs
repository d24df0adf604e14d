namespace Directus.Grpc.Server.Mail;

/// <summary>The mail server.</summary>
internal sealed class SmtpOptions
{
    /// <summary>EMAIL_SMTP_HOST.</summary>
    public string? Host { get; set; }

    /// <summary>EMAIL_SMTP_PORT.</summary>
    public int Port { get; set; } = 587;

    /// <summary>EMAIL_SMTP_USER.</summary>
    public string? User { get; set; }

    /// <summary>EMAIL_SMTP_PASSWORD.</summary>
    public string? Password { get; set; }

    /// <summary>EMAIL_SMTP_NAME: the name by which this server greets.</summary>
    public string? Name { get; set; }

    /// <summary>EMAIL_SMTP_SECURE: TLS from the first byte.</summary>
    public bool Secure { get; set; }

    /// <summary>EMAIL_SMTP_IGNORE_TLS: no TLS even where it is offered.</summary>
    public bool IgnoreTls { get; set; }
}
