using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class RegistrationTests
{
    [Theory, EachDatabase]
    public async Task Who_registers_confirms_the_address_and_gets_the_role_of_the_settings(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            SharedServers.MailTo((await TestContext.Current.GetFixture<SharedServers>())!.Mail));
        await using var app = await TestApp.OnAsync(server);
        var mail = (await TestContext.Current.GetFixture<SharedServers>())!.Mail;
        var role = await app.CreateRoleAsync();
        await app.Anonymous.Users.RegisterUserAsync(new() { Email = "early@example.com", Password = "x" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Admin.PatchAsync("/settings", new
        {
            public_registration = true,
            public_registration_role = role,
            public_registration_email_filter = new { email = new { _ends_with = "@example.com" } },
            auth_password_policy = "/^.{8,}$/",
        })).DataAsync();

        var email = $"new-{TestApp.Mark()}@example.com";
        await (await app.Anonymous.PostAsync("/users/register", new { email, password = "short" })).ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await (await app.Anonymous.PostAsync("/users/register", new { email = "new@example.org", password = "long enough" }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await app.Anonymous.Users.RegisterUserAsync(new() { Email = email, Password = "long enough", FirstName = "New" });
        await (await app.Anonymous.PostAsync("/users/register", new { email = TestServer.AdminEmail, password = "long enough" }))
            .ShouldBeNoContentAsync();

        var user = (await (await app.Admin.GetAsync($"/users?filter[email][_eq]={email}&fields=id,status,role,first_name")).DataAsync())![0]!;
        Assert.Equal(("unverified", role, "New"), ((string?)user["status"], (string?)user["role"], (string?)user["first_name"]));
        var token = await Account.TokenOfMailAsync(mail, email);
        var reply = await app.Anonymous.Users.VerifyRegistrationAsync(new() { Token = token });
        Assert.Equal((string?)user["id"], reply.Id);
        await (await app.Anonymous.GetAsync($"/users/register/verify-email?token={token}")).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Anonymous.PostAsync("/auth/login", new { email, password = "long enough" })).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task The_password_policy_holds_on_every_way_to_a_password(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            SharedServers.MailTo((await TestContext.Current.GetFixture<SharedServers>())!.Mail));
        await using var app = await TestApp.OnAsync(server);
        var mail = (await TestContext.Current.GetFixture<SharedServers>())!.Mail;
        var (account, role) = (await Account.CreateAsync(app), await app.CreateRoleAsync());
        await (await app.Admin.PatchAsync("/settings", new { auth_password_policy = "/(?=^.{8,}$)(?=.*\\d)/" })).DataAsync();
        var invited = $"invited-{TestApp.Mark()}@example.com";
        await (await app.Admin.PostAsync("/users/invite", new { email = invited, role })).ShouldBeNoContentAsync();
        await (await app.Anonymous.PostAsync("/auth/password/request", new { email = account.Email })).ShouldBeNoContentAsync();
        var (invite, reset) = (await Account.TokenOfMailAsync(mail, invited), await Account.TokenOfMailAsync(mail, account.Email));

        HttpResponseMessage[] refused =
        [
            await app.Admin.PostAsync("/users", new { email = "weak@example.com", password = "weak" }),
            await app.Admin.PatchAsync($"/users/{account.Id}", new { password = "no digits at all" }),
            await app.Anonymous.PostAsync("/users/invite/accept", new { token = invite, password = "weak1" }),
            await app.Anonymous.PostAsync("/auth/password/reset", new { token = reset, password = "weak1" }),
        ];

        foreach (var reply in refused) await reply.ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await (await app.Anonymous.PostAsync("/auth/password/reset", new { token = reset, password = "strong enough 1" })).ShouldBeNoContentAsync();
    }
}
