using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Directus.Grpc.Server.Mail;

/// <summary>How mail is written and sent.</summary>
internal sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>EMAIL_TRANSPORT: `smtp`; null when no mail can be sent.</summary>
    public string? Transport { get; set; }

    /// <summary>EMAIL_FROM: the sender, an address or `Name &lt;address&gt;`.</summary>
    public string From { get; set; } = "no-reply@example.com";

    /// <summary>EMAIL_TEMPLATES_PATH: the folder whose templates replace those of the server.</summary>
    public string TemplatesPath { get; set; } = "./templates";

    /// <summary>EMAIL_VERIFY_SETUP: whether a transport that cannot be reached is told of at the start.</summary>
    public bool VerifySetup { get; set; } = true;

    /// <summary>EMAIL_SMTP_*.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailboxAddress.TryParse(From, out _)) yield return new ValidationResult("EMAIL_FROM has to be a mail address.");
        if (Transport == "smtp" && string.IsNullOrEmpty(Smtp.Host))
            yield return new ValidationResult("EMAIL_SMTP_HOST is not set, which EMAIL_TRANSPORT=smtp needs.");
    }
}
