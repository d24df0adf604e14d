using Directus.Grpc.Server.Kernel;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Directus.Grpc.Server.Mail;

/// <summary>Sends by SMTP, a connection for each mail: they are few, and one that has gone stale loses none.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    private const int TimeoutMilliseconds = 30_000;

    private readonly SmtpOptions _options = options.Value.Smtp;

    public async Task VerifyAsync(CancellationToken cancellation)
    {
        using var client = await ConnectAsync(cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    public async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var span = Tracing.Start("mail send", System.Diagnostics.ActivityKind.Client);
        using var client = await ConnectAsync(cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            if (_options.Name is { Length: > 0 } name) client.LocalDomain = name;
            await client.ConnectAsync(_options.Host!, _options.Port, Security, cancellation);
            if (_options.User is { Length: > 0 } user) await client.AuthenticateAsync(user, _options.Password ?? "", cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security => _options.Secure ? SecureSocketOptions.SslOnConnect
        : _options.IgnoreTls ? SecureSocketOptions.None
        : SecureSocketOptions.StartTlsWhenAvailable;
}
