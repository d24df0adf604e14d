using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

public sealed class TextHashesTests
{
    private static readonly Principal User = new() { User = Guid.NewGuid() };

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Compares_with_every_hash_that_it_makes(int passes)
    {
        var options = Options.Create(new HashOptions { MemoryCost = 64, TimeCost = passes });
        using var turns = new HashingTurns();
        var hasher = new Argon2PasswordHasher(options, turns);
        var hashes = new TextHashes(hasher, options);

        var hash = await hashes.GenerateAsync(User, "a text", TestContext.Current.CancellationToken);

        Assert.True(await hashes.VerifyAsync(User, "a text", hash, TestContext.Current.CancellationToken));
        Assert.False(await hashes.VerifyAsync(User, "another", hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refuses_hashes_that_would_cost_more()
    {
        var options = Options.Create(new HashOptions { MemoryCost = 64, TimeCost = 1 });
        using var turns = new HashingTurns();
        var hasher = new Argon2PasswordHasher(options, turns);
        var hash = Argon2Hash.Decoy(new HashOptions { MemoryCost = 64, TimeCost = 9 });

        var refusal = await Assert.ThrowsAsync<DirectusException>(() =>
            new TextHashes(hasher, options).VerifyAsync(User, "a text", hash, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.InvalidPayload, refusal.Code);
    }
}
