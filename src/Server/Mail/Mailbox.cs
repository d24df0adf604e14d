using System.Threading.Channels;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Mail;

/// <summary>Holds mail until it is sent, so that no caller waits for a mail server, nor learns from the time that a call
/// takes whether there was a mail to send. What is in it when the process ends is sent first; what a crash loses has to be
/// asked for again.</summary>
internal sealed class Mailbox(IOptions<MailOptions> options, ILogger<Mailbox> logger) : IMailbox
{
    private const int Capacity = 1_000;

    private readonly Channel<Letter> _letters = Channel.CreateBounded<Letter>(new BoundedChannelOptions(Capacity)
    {
        SingleReader = true,
        FullMode = BoundedChannelFullMode.Wait, // TryWrite then says no, and the mail is told of as lost
    });

    public ChannelReader<Letter> Letters => _letters.Reader;

    public void RequireTransport()
    {
        if (options.Value.Transport is not null) return;
        throw new DirectusException([new DirectusError(ErrorCodes.ServiceUnavailable, "Service \"email\" is unavailable. No transport is configured.",
            new Dictionary<string, object?> { ["service"] = "email", ["reason"] = "No transport is configured" })]);
    }

    public void Post(string to, string subject, string template, IReadOnlyDictionary<string, string> values, string? message = null)
    {
        if (options.Value.Transport is null) MailLog.NoTransport(logger, template);
        else if (!_letters.Writer.TryWrite(new Letter(to, subject, template, values, message))) MailLog.Full(logger, template);
    }

    public void Close() => _letters.Writer.TryComplete();
}
