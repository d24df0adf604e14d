using System.Text.RegularExpressions;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>A user who logs in with a password.</summary>
internal sealed partial record Account(string Id, string Email, string Password)
{
    public static async Task<Account> CreateAsync(TestApp app, object? more = null)
    {
        var mark = TestApp.Mark();
        var (email, password) = ($"account-{mark}@example.com", $"password-{mark}");
        var id = await app.CreateAsync("/users", new { email, password });
        if (more is not null) await (await app.Admin.PatchAsync($"/users/{id}", more)).DataAsync();
        return new Account(id, email, password);
    }

    public Task<HttpResponseMessage> LoginAsync(TestApp app, string? password = null) =>
        app.Anonymous.PostAsync("/auth/login", new { email = Email, password = password ?? Password });

    /// <summary>The token in the link of the mail to that address.</summary>
    public static async Task<string> TokenOfMailAsync(SmtpSink mail, string to)
    {
        var text = await mail.FindAsync(to);
        Assert.True(text is not null, $"No mail came to {to}.");
        return Link().Match(text).Groups["token"].Value;
    }

    [GeneratedRegex(@"token=(?<token>[\w.\-]+)")]
    private static partial Regex Link();
}
