using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class InvitationTests
{
    [Theory, EachDatabase]
    public async Task The_invited_choose_a_password_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (role, email) = (await app.CreateRoleAsync(), $"invited-{TestApp.Mark()}@example.com");
        await app.Admin.Users.InviteUsersAsync(new() { Email = { email }, Role = role, InviteUrl = SharedServers.ListedPage });
        var token = await Account.TokenOfMailAsync(app.Mail, email);

        await app.Anonymous.Users.AcceptInviteAsync(new() { Token = token, Password = "chosen" });

        await (await app.Anonymous.PostAsync("/auth/login", new { email, password = "chosen" })).DataAsync();
        await app.Anonymous.Users.AcceptInviteAsync(new() { Token = token, Password = "other" })
            .ShouldFailAsync(StatusCode.FailedPrecondition, "INVALID_INVITE");
    }

    [Theory, EachDatabase]
    public async Task All_that_is_wrong_with_an_invitation_is_answered_alike(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var role = await app.CreateRoleAsync();
        var ways = new Dictionary<string, Func<string, Task>>
        {
            ["accepted"] = user => app.Admin.PatchAsync($"/users/{user}", new { status = "active" }),
            ["suspended"] = user => app.Admin.PatchAsync($"/users/{user}", new { status = "suspended" }),
            ["moved"] = user => app.Admin.PatchAsync($"/users/{user}", new { email = $"moved-{user}@example.com" }),
            ["gone"] = user => app.Admin.DeleteAsync($"/users/{user}"),
        };

        foreach (var (name, change) in ways)
        {
            var email = $"{name}-{TestApp.Mark()}@example.com";
            await (await app.Admin.PostAsync("/users/invite", new { email, role })).ShouldBeNoContentAsync();
            var token = await Account.TokenOfMailAsync(app.Mail, email);
            var user = (await (await app.Admin.GetAsync($"/users?fields=id&filter[email][_eq]={email}")).DataAsync())![0]!["id"]!.ToString();
            await change(user);
            await (await app.Anonymous.PostAsync("/users/invite/accept", new { token, password = "x" })).ShouldBeErrorAsync(400, "INVALID_INVITE");
        }
    }

    [Theory, EachDatabase]
    public async Task Who_is_invited_again_gets_the_new_role(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (first, second, email) = (await app.CreateRoleAsync(), await app.CreateRoleAsync(), $"Again-{TestApp.Mark()}@example.com");
        await (await app.Admin.PostAsync("/users/invite", new { email, role = first })).ShouldBeNoContentAsync();
        var token = await Account.TokenOfMailAsync(app.Mail, email.ToLowerInvariant());

        await app.Admin.Users.InviteUsersAsync(new() { Email = { email.ToUpperInvariant(), $"new-{email}" }, Role = second });

        await RequireRolesAsync(second, second);
        await app.Anonymous.Users.AcceptInviteAsync(new() { Token = token, Password = "chosen" });
        await (await app.Admin.PostAsync("/users/invite", new { email, role = first })).ShouldBeNoContentAsync();
        await RequireRolesAsync(second, second);

        async Task RequireRolesAsync(params string[] roles) =>
            await (await app.Admin.GetAsync($"/users?filter[email][_icontains]={email}&fields=role&sort=email"))
                .ShouldBeDataAsync($"[{string.Join(',', roles.Select(role => $$"""{"role":"{{role}}"}"""))}]");
    }

    [Theory, EachDatabase]
    public async Task One_bad_address_and_nobody_is_invited(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (role, mark) = (await app.CreateRoleAsync(), TestApp.Mark());
        var emails = new[] { $"first-{mark}@example.com", "no address", $"second-{mark}@example.com" };

        await (await app.Admin.PostAsync("/users/invite", new { email = emails, role })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync("/users/invite", new { email = $"third-{mark}@example.com", role = Guid.NewGuid() }))
            .ShouldBeErrorAsync(400, "INVALID_FOREIGN_KEY");
        await (await (await app.SignInAsync()).PostAsync("/users/invite", new { email = $"fourth-{mark}@example.com", role }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");

        await (await app.Admin.GetAsync($"/users?filter[email][_contains]={mark}&fields=email")).ShouldBeDataAsync("[]");
        Assert.DoesNotContain(app.Mail.Receivers, receiver => receiver.Contains(mark, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Names_of_the_project_are_text_in_mail(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            SharedServers.MailTo((await TestContext.Current.GetFixture<SharedServers>())!.Mail));
        await using var app = await TestApp.OnAsync(server);
        var (role, email) = (await app.CreateRoleAsync(), $"text-{TestApp.Mark()}@example.com");
        await (await app.Admin.PatchAsync("/settings", new { project_name = "<i>{{ url }}</i>", project_color = "red;x:url(//evil)" })).DataAsync();

        await (await app.Admin.PostAsync("/users/invite", new { email, role })).ShouldBeNoContentAsync();

        var mail = await (await TestContext.Current.GetFixture<SharedServers>())!.Mail.FindAsync(email);
        Assert.Contains("&lt;i&gt;{{ url }}&lt;/i&gt;", mail);
        Assert.DoesNotContain("evil", mail);
        Assert.Contains($"{server.Url}admin/accept-invite?token=", mail);
    }

    [Theory, EachDatabase]
    public async Task Without_a_mail_server_nobody_is_invited_and_nothing_else_fails(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var role = await app.CreateRoleAsync();

        await (await app.Admin.PostAsync("/users/invite", new { email = "one@example.com", role })).ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
        await (await app.Anonymous.PostAsync("/auth/password/request", new { email = TestServer.AdminEmail })).ShouldBeNoContentAsync();

        await (await app.Admin.GetAsync("/users?filter[email][_eq]=one@example.com")).ShouldBeDataAsync("[]");
    }
}
