using System.Globalization;

namespace Directus.Grpc.TestKit;

/// <summary>The servers that the tests of an assembly share, one per kind of database at a time; the assembly names this as its fixture.</summary>
public sealed class SharedServers : IAsyncDisposable
{
    /// <summary>The only pages that mailed links may lead to.</summary>
    public const string ListedPage = "http://127.0.0.1/page";

    // Each test leaves collections behind, and whatever looks at the whole schema takes longer for them.
    private const int TestsOfAServer = 60;

    private readonly List<Shared> servers = [];

    /// <summary>Where the servers send their mail.</summary>
    public SmtpSink Mail { get; } = new();

    /// <summary>A server for a test, until it leaves it or all tests are done.</summary>
    public Task<TestServer> OnAsync(TestDatabase database)
    {
        lock (servers)
        {
            var last = servers.LastOrDefault(shared => shared.Database == database);
            if (last is not { Tests: < TestsOfAServer }) servers.Add(last = new(database, TestServer.StartAsync(database, MailTo(Mail))));
            last.Tests++;
            last.Users++;
            return last.Server;
        }
    }

    /// <summary>Leaves a server; one that has served all of its tests ends when the last of them leaves.</summary>
    public async Task LeaveAsync(TestServer server)
    {
        lock (servers)
        {
            var left = servers.Single(shared => shared.Server.IsCompletedSuccessfully && shared.Server.Result == server);
            if (--left.Users > 0 || left.Tests < TestsOfAServer) return;
            servers.Remove(left);
        }

        await server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var shared in servers.Where(shared => shared.Server.IsCompletedSuccessfully)) await (await shared.Server).DisposeAsync();
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

    private sealed class Shared(TestDatabase database, Task<TestServer> server)
    {
        public TestDatabase Database => database;

        public Task<TestServer> Server => server;

        public int Tests { get; set; }

        public int Users { get; set; }
    }
}
