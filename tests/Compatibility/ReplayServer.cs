using System.Globalization;
using System.Text;
using Directus.Grpc.Compatibility.Replay;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>The server that the recorded cases are played against: one per database, started as the cases ask for.
/// CONFORMANCE_URL plays them against another one; CONFORMANCE_SMTP_PORT is where that one sends its mail.</summary>
public abstract class ReplayServer(TestDatabase database) : IAsyncLifetime
{
    private TestServer? started;
    private HttpSender? sender;
    private SmtpSink? mailbox;
    private string adminToken = "";

    public TestDatabase Database => database;

    public static string? ForeignUrl { get; } = Environment.GetEnvironmentVariable("CONFORMANCE_URL");

    public async ValueTask InitializeAsync()
    {
        if (WhySkipped is not null) return;
        mailbox = new SmtpSink(int.Parse(Environment.GetEnvironmentVariable("CONFORMANCE_SMTP_PORT") ?? "0", CultureInfo.InvariantCulture));
        if (ForeignUrl is null) started = await TestServer.StartAsync(database, Settings(mailbox.Port));
        sender = new HttpSender(ForeignUrl is null ? started!.Url : new Uri(ForeignUrl));
        adminToken = await LoginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        sender?.Dispose();
        if (started is not null) await started.DisposeAsync();
        mailbox?.Dispose();
    }

    internal Story NewStory()
    {
        Assert.SkipWhen(WhySkipped is not null, WhySkipped ?? "");
        return new(sender!, adminToken, mailbox!);
    }

    private string? WhySkipped =>
        ForeignUrl is not null && database != TestDatabase.Postgres ? "CONFORMANCE_URL names one server: its cases are played once."
        : ForeignUrl is null && database == TestDatabase.Postgres && !PostgresDatabase.IsAvailable ? PostgresDatabase.WhyNot
        : null;

    private static Dictionary<string, string> Settings(int smtpPort) => new()
    {
        ["EMAIL_TRANSPORT"] = "smtp",
        ["EMAIL_SMTP_HOST"] = "127.0.0.1",
        ["EMAIL_SMTP_PORT"] = smtpPort.ToString(CultureInfo.InvariantCulture),
        ["EMAIL_SMTP_IGNORE_TLS"] = "true",
        ["EMAIL_FROM"] = "no-reply@example.com",
        ["PASSWORD_RESET_URL_ALLOW_LIST"] = "http://127.0.0.1/reset",
        ["USER_INVITE_URL_ALLOW_LIST"] = "http://127.0.0.1/invite",
        ["RATE_LIMITER_REGISTRATION_ENABLED"] = "false",
    };

    private async Task<string> LoginAsync()
    {
        var body = $$"""{"email": "{{TestServer.AdminEmail}}", "password": "{{TestServer.AdminPassword}}"}""";
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        var reply = await sender!.SendAsync(new("POST", "/auth/login", headers, Encoding.UTF8.GetBytes(body)));
        if (reply.Status != 200)
            throw new InvalidOperationException($"The administrator cannot log in: {reply.Status} {reply.Text}\n{started?.Log.Text}");
        return reply.Json()!.Value.GetProperty("data").GetProperty("access_token").GetString()!;
    }
}
