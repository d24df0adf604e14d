using System.Collections.Concurrent;
using System.Globalization;

namespace Directus.Grpc.TestKit;

/// <summary>One server per kind of database for a whole test assembly, which names it as its assembly fixture.</summary>
public sealed class SharedServers : IAsyncDisposable
{
    /// <summary>The only pages that mailed links may lead to.</summary>
    public const string ListedPage = "http://127.0.0.1/page";

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestServer>>> servers = new();

    /// <summary>Where the servers send their mail.</summary>
    public SmtpSink Mail { get; } = new();

    public Task<TestServer> OnAsync(TestDatabase database) =>
        servers.GetOrAdd(database, kind => new(() => TestServer.StartAsync(kind, MailTo(Mail)))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values.Where(server => server.Value.IsCompletedSuccessfully))
            await (await server.Value).DisposeAsync();
        Mail.Dispose();
    }

    /// <summary>Settings of a server that sends its mail there, and stalls for no longer than a test can wait.</summary>
    public static Dictionary<string, string> MailTo(SmtpSink mail) => new()
    {
        ["EMAIL_TRANSPORT"] = "smtp",
        ["EMAIL_SMTP_HOST"] = "127.0.0.1",
        ["EMAIL_SMTP_PORT"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["EMAIL_SMTP_IGNORE_TLS"] = "true",
        ["PASSWORD_RESET_URL_ALLOW_LIST"] = ListedPage,
        ["USER_INVITE_URL_ALLOW_LIST"] = ListedPage,
        ["USER_REGISTER_URL_ALLOW_LIST"] = ListedPage,
        ["LOGIN_STALL_TIME"] = "300ms",
        ["REGISTER_STALL_TIME"] = "300ms",
    };
}
