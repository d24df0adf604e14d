using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Directus.Grpc.TestKit;

/// <summary>Takes every mail and keeps it: the SMTP server of a server under test.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener;
    private readonly ConcurrentQueue<(string[] To, string Text)> mails = new();

    public SmtpSink(int port = 0)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Who got a mail so far, once for each.</summary>
    public IReadOnlyList<string> Receivers => [.. mails.SelectMany(mail => mail.To)];

    /// <summary>Subject and texts of the last mail to this address, or null when none comes in time.</summary>
    public async Task<string?> FindAsync(string to, TimeSpan? patience = null)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            if (mails.LastOrDefault(mail => mail.To.Contains(to)).Text is { } text) return text;
            await Task.Delay(50);
        }
        while (clock.Elapsed < (patience ?? Eventually.Patience));
        return null;
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Disposed: nothing more to take.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            // Latin-1 keeps every byte of a mail as one character.
            var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink ready");
            await ConverseAsync(reader, writer);
        }
        catch (IOException)
        {
            // The sender went away; what it had sent whole is kept.
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        var to = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            var command = line.Trim().ToUpperInvariant();
            if (command.StartsWith("RCPT TO:", StringComparison.Ordinal)) to.Add(line.Split('<')[^1].Split('>')[0]);
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                mails.Enqueue(([.. to], Decode(await ReadDataAsync(reader))));
                to.Clear();
            }

            await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : "250 ok");
            if (command == "QUIT") return;
        }
    }

    private static async Task<string> ReadDataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }

    private static string Decode(string data)
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(data));
        var message = MimeMessage.Load(bytes);
        return string.Join('\n', message.BodyParts.OfType<TextPart>().Select(part => part.Text).Prepend(message.Subject ?? ""));
    }
}
