using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class TwoFactorTests
{
    [Theory, EachDatabase]
    public async Task Who_has_to_have_a_second_factor_sets_it_up_and_logs_in_with_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var user = await ClientAsync(app, account);
        var made = await user.Users.GenerateTfaAsync(new() { Password = account.Password });
        await user.Users.EnableTfaAsync(new() { Secret = made.Secret, Otp = Code(made.Secret) })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await app.CreateAsync("/policies", new { name = TestApp.Mark(), enforce_tfa = true, users = new[] { new { user = account.Id } } });

        await user.Users.EnableTfaAsync(new() { Secret = made.Secret, Otp = "12345x" })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        await user.Users.EnableTfaAsync(new() { Secret = made.Secret, Otp = Code(made.Secret) });

        await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_OTP");
        await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password, Otp = Code(made.Secret) });
        var told = await (await app.Admin.GetAsync($"/revisions?filter[item][_eq]={account.Id}&fields=data,delta")).Content.ReadAsStringAsync();
        Assert.Contains("tfa_secret", told);
        Assert.DoesNotContain(made.Secret, told);
        await user.Users.DisableTfaAsync(new() { Otp = Code(made.Secret) });
        await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password });
    }

    [Theory, EachDatabase]
    public async Task Only_administrators_turn_off_anothers(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        await app.CreateAsync("/policies", new { name = TestApp.Mark(), enforce_tfa = true, users = new[] { new { user = account.Id } } });
        var user = await ClientAsync(app, account);
        var made = await user.Users.GenerateTfaAsync(new() { Password = account.Password });
        await user.Users.EnableTfaAsync(new() { Secret = made.Secret, Otp = Code(made.Secret) });

        var another = await app.SignInAsync(May.Update("directus_users"), May.Read("directus_users"));
        await another.Users.DisableUserTfaAsync(new() { Id = account.Id }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await another.PatchAsync($"/users/{account.Id}", new { tfa_secret = (string?)null })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await account.LoginAsync(app)).ShouldBeErrorAsync(401, "INVALID_OTP");

        await app.Admin.Users.DisableUserTfaAsync(new() { Id = account.Id });
        await (await app.Admin.GetAsync($"/activity?filter[item][_eq]={account.Id}&filter[action][_eq]=update&sort=-id&limit=1&fields=user.email"))
            .ShouldBeDataAsync($$$"""[{"user":{"email":"{{{TestServer.AdminEmail}}}"}}]""");
        await (await account.LoginAsync(app)).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task Codes_cannot_be_found_by_trying(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["LOGIN_STALL_TIME"] = "10ms" });
        await using var app = await TestApp.OnAsync(server);
        await (await app.Admin.PatchAsync("/settings", new { auth_login_attempts = 4 })).DataAsync();
        var account = await Account.CreateAsync(app);
        await app.CreateAsync("/policies", new { name = TestApp.Mark(), enforce_tfa = true, users = new[] { new { user = account.Id } } });
        var user = await ClientAsync(app, account);
        var made = await user.Users.GenerateTfaAsync(new() { Password = account.Password });
        await user.Users.EnableTfaAsync(new() { Secret = made.Secret, Otp = Code(made.Secret) });

        for (var i = 0; i < 4; i++)
        {
            // Being asked for a code in between gives no new attempts.
            await (await account.LoginAsync(app)).ShouldBeErrorAsync(401, "INVALID_OTP");
            await (await app.Anonymous.PostAsync("/auth/login", new { email = account.Email, password = account.Password, otp = "00000x" }))
                .ShouldBeErrorAsync(401, "INVALID_OTP");
        }

        await (await app.Admin.GetAsync($"/users/{account.Id}?fields=status")).ShouldBeDataAsync("""{"status":"suspended"}""");
    }

    private static async Task<TestClient> ClientAsync(TestApp app, Account account) =>
        app.Client((await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password })).Tokens.AccessToken);

    // As an authenticator app computes it (RFC 6238).
    private static string Code(string secret)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps use.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
