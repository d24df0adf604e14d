using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Comments;

/// <summary>Users whom a comment mentions are told of it, if they may read what it is about, by mail if they want it.</summary>
public sealed class MentionTests
{
    [Theory, EachDatabase]
    public async Task Who_is_mentioned_is_notified_by_mail_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await CommentTests.ThingsAsync(app);
        var (ann, mail) = await UserAsync(app, "Ann", May.Read(things));
        await app.CreateAsync("/comments", new { collection = things, item = "1", comment = $"Look @{ann},\n<img src=x onerror=alert(1)>" });

        var notice = await NoticeAsync(app, ann);
        Assert.Equal(($"You were mentioned in {things}", things, "1", "inbox"),
            ($"{notice["subject"]}", $"{notice["collection"]}", $"{notice["item"]}", $"{notice["status"]}"));
        var message = notice["message"]!.ToString();
        Assert.Contains("> Look <em>Ann L</em>,\n> &lt;img src=x onerror=alert(1)&gt;", message, StringComparison.Ordinal);
        Assert.Contains($"/admin/content/{things}/1", message, StringComparison.Ordinal);
        var letter = await HtmlAsync(app, mail);
        Assert.Contains("mentioned", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", letter, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_read_the_item_hears_nothing_and_who_wants_no_mail_gets_none(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await CommentTests.ThingsAsync(app);
        var (stranger, strangersMail) = await UserAsync(app, "Stranger", May.Read(things).Where(new { id = new { _eq = 2 } }));
        var (quiet, quietMail) = await UserAsync(app, "Quiet", May.Read(things));
        await (await app.Admin.PatchAsync($"/users/{quiet}", new { email_notifications = false })).DataAsync();
        var (last, lastMail) = await UserAsync(app, "Last", May.Read(things));
        var text = $"@{stranger} @{quiet} @{Guid.NewGuid()} @{last}";
        await app.CreateAsync("/comments", new { collection = things, item = "1", comment = text });

        var told = await NoticeAsync(app, last);
        await NoticeAsync(app, quiet);
        Assert.NotNull(await app.Mail.FindAsync(lastMail));
        await (await app.Admin.GetAsync($"/notifications?filter[recipient][_eq]={stranger}")).ShouldBeDataAsync("[]");
        Assert.DoesNotContain(app.Mail.Receivers, receiver => receiver == strangersMail || receiver == quietMail);
        // Nor does anybody learn names so that they may not read.
        Assert.DoesNotContain("Quiet", told["message"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stranger", told["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_notification_goes_out_by_mail_as_harmless_Markdown(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (ann, mail) = await UserAsync(app, "Ann");
        await app.CreateAsync("/notifications",
            new { recipient = ann, subject = "News <b>", message = "**bold** [here](javascript:alert(1)) <script>x</script>" });
        var letter = await HtmlAsync(app, mail);
        Assert.Contains("<strong>bold</strong>", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", letter, StringComparison.Ordinal);
    }

    private static async Task<(string Id, string Mail)> UserAsync(TestApp app, string name, params May[] rights)
    {
        var email = $"{name}-{TestApp.Mark()}@example.com".ToLowerInvariant();
        return (await app.CreateAsync("/users", new { email, first_name = name, last_name = "L", role = await app.CreateRoleAsync(rights) }), email);
    }

    // The part of a mail that is shown as a page.
    private static async Task<string> HtmlAsync(TestApp app, string to)
    {
        var letter = (await app.Mail.FindAsync(to))!;
        return letter[letter.IndexOf("<html", StringComparison.Ordinal)..];
    }

    private static async Task<JsonNode> NoticeAsync(TestApp app, string recipient)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var found = await (await app.Admin.GetAsync($"/notifications?filter[recipient][_eq]={recipient}")).DataAsync();
            if (found!.AsArray() is [{ } notice]) return notice;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{recipient} was not notified.");
    }
}
