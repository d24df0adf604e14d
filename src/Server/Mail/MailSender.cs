using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Mail;

/// <summary>Writes and sends what is in the mailbox, one after the other.</summary>
internal sealed class MailSender(Mailbox mailbox, LetterWriter writer, IMailTransport transport, IOptions<MailOptions> options, TimeProvider time,
    ILogger<MailSender> logger) : IHostedService, IDisposable
{
    private const int MaxAttempts = 3;

    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Transport is not null) _work = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left, as long as the host waits.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        mailbox.Close();
        await using var giveUp = cancellationToken.Register(_stop.Cancel);
        await _work;
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        if (options.Value.VerifySetup) await VerifyAsync();
        await foreach (var letter in mailbox.Letters.ReadAllAsync(CancellationToken.None))
        {
            if (_stop.IsCancellationRequested) return;
            await SendAsync(letter);
        }
    }

    private async Task VerifyAsync()
    {
        try
        {
            await transport.VerifyAsync(_stop.Token);
        }
        catch (Exception error)
        {
            MailLog.Unreachable(logger, error.Message);
        }
    }

    // A letter that cannot be sent is told of in the log; those behind it have their turn.
    private async Task SendAsync(Letter letter)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await transport.SendAsync(await writer.WriteAsync(letter, _stop.Token), _stop.Token);
                return;
            }
            catch (Exception error) when (attempt == MaxAttempts || _stop.IsCancellationRequested)
            {
                MailLog.Failed(logger, letter.Template, attempt, error);
                return;
            }
            catch (Exception)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, CancellationToken.None);
            }
        }
    }
}
