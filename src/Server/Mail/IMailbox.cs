namespace Directus.Grpc.Server.Mail;

/// <summary>Takes mail to be sent. Who posts has decided who gets it, and has committed what it tells of.</summary>
public interface IMailbox
{
    /// <summary>SERVICE_UNAVAILABLE when the server was told of no way to send mail.</summary>
    void RequireTransport();

    /// <summary>Leaves a mail to be sent soon. Neither waits for the mail to leave nor fails when it cannot: that is logged.</summary>
    /// <param name="to">One address, checked before.</param>
    /// <param name="subject">As people read it.</param>
    /// <param name="template">A template's name, as `password-reset`.</param>
    /// <param name="values">Texts that the template may show; they are encoded there.</param>
    /// <param name="message">Markdown that the template may show as `message`.</param>
    void Post(string to, string subject, string template, IReadOnlyDictionary<string, string> values, string? message = null);
}
