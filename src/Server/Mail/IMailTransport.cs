using MimeKit;

namespace Directus.Grpc.Server.Mail;

/// <summary>A way out for mail.</summary>
internal interface IMailTransport
{
    /// <summary>Throws when it could not send anything.</summary>
    Task VerifyAsync(CancellationToken cancellation);

    Task SendAsync(MimeMessage message, CancellationToken cancellation);
}
