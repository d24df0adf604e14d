using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.TestKit;
using Org.BouncyCastle.Crypto.Generators;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Fields with the special `encrypt`: stored so that who has the database alone cannot read them.</summary>
public sealed class EncryptedFieldTests
{
    [Theory, EachDatabase]
    public async Task A_secret_is_stored_encrypted_and_shown_to_nobody(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var vault = $"vault_{TestApp.Mark()}";
        await app.CreateCollectionAsync(vault,
        [
            new { field = "id", type = "integer", meta = new { }, schema = new { is_primary_key = true, has_auto_increment = true } },
            new { field = "secret", type = "text", meta = new { special = new[] { "encrypt" } }, schema = new { } },
        ]);

        await (await app.Admin.PostAsync($"/items/{vault}", new { secret = "née secret" })).ShouldBeDataAsync("""{"id":1,"secret":"**********"}""");
        await (await app.Admin.PostAsync($"/items/{vault}", new { secret = "née secret" })).ShouldBeDataAsync("""{"id":2,"secret":"**********"}""");
        await (await app.Admin.PostAsync($"/items/{vault}", new { secret = (string?)null })).ShouldBeDataAsync("""{"id":3,"secret":null}""");
        await (await app.Admin.GetAsync($"/items/{vault}?filter[secret][_eq]=x")).ShouldBeErrorAsync(400, "INVALID_QUERY");

        var stored = (await app.Server.Database.QueryAsync($"select secret from {vault} order by id")).Select(row => row[0] as string).ToList();
        Assert.All(stored[..2], text => Assert.Equal("née secret", Decrypted(text!)));
        Assert.NotEqual(stored[0], stored[1]);
        Assert.Null(stored[2]);
        var revisions = await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={vault}&fields=data,delta")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("e secret", revisions);
        Assert.DoesNotContain("scrypt", revisions);
    }

    // As Directus stores it: 1||scrypt||N||r||p||salt||nonce||ciphertext||tag.
    private static string Decrypted(string stored)
    {
        var parts = stored.Split("||");
        Assert.Equal(["1", "scrypt", "16384", "8", "1"], parts[..5]);
        var bytes = parts[5..].Select(Convert.FromBase64String).ToArray();
        var key = SCrypt.Generate(Encoding.UTF8.GetBytes(TestServer.Secret), bytes[0], 16384, 8, 1, 32);
        using var aes = new AesGcm(key, bytes[3].Length);
        var plain = new byte[bytes[2].Length];
        aes.Decrypt(bytes[1], bytes[2], bytes[3], plain);
        return Encoding.UTF8.GetString(plain);
    }
}
