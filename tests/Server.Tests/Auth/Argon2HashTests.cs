using Directus.Grpc.Server.Auth;
using Xunit;

namespace Directus.Grpc.Server.Tests.Auth;

public sealed class Argon2HashTests
{
    private const string Password = "correct horse";

    private static readonly HashOptions Cheap = new() { MemoryCost = 64, TimeCost = 1 };

    // Made by the argon2 package of npm, which Directus hashes with, with the settings HASH_TYPE, HASH_PARALLELISM and HASH_HASH_LENGTH.
    [Theory]
    [InlineData("$argon2id$v=19$m=256,t=2,p=4$0PUZPR4ncqxcVzOTphzi1Q$fwn3c61Y6x/3n6FnZh0QV51TCR/F6SsMwPzvqkTc/5c")]
    [InlineData("$argon2i$v=19$m=256,t=2,p=2$jTYXiF/l+k16P5mJTGfDnQ$xDbzf5H1nHSHuq0N1UQiTKfPsB8l7PcBk9ncieX+VNY")]
    [InlineData("$argon2d$v=19$m=256,t=2,p=1$EarBxAKFGr3LyNYO7ctj6g$I6oAc6H2VboOGqkflS1ahpPzakQzz+RfVKhER8Kjyyk")]
    [InlineData("$argon2id$v=19$m=256,t=2,p=4$3SdkVIQgeivM8g6lfo7yfw$/T/cV5YH5W8evnwDk4JBdysI6OzkhgbZjfg/VarWtIYaxO2TIcYlyxRkBoh4iZJwQNMyMqVrHZs810z0/8f/pQ")]
    public void Knows_the_passwords_of_a_Directus_database(string stored)
    {
        Assert.True(Argon2Hash.TryParse(stored, out var hash));
        Assert.True(hash.Matches(Password));
        Assert.False(hash.Matches("correct horsf"));
        Assert.False(hash.Matches(""));
    }

    [Fact]
    public void Hashes_at_the_costs_of_the_settings_with_a_salt_each_time()
    {
        var (one, other) = (Argon2Hash.Of(Password, Cheap), Argon2Hash.Of(Password, Cheap));

        Assert.StartsWith("$argon2id$v=19$m=64,t=1,p=1$", one);
        Assert.NotEqual(one, other);
        Assert.True(Argon2Hash.TryParse(one, out var hash));
        Assert.True(hash.Matches(Password));
    }

    [Fact]
    public void Nothing_matches_the_hash_of_the_empty_password_or_the_decoy()
    {
        Assert.True(Argon2Hash.TryParse(Argon2Hash.Of("", Cheap), out var empty));
        Assert.False(empty.Matches(""));
        Assert.True(Argon2Hash.TryParse(Argon2Hash.Decoy(Cheap), out var decoy));
        Assert.False(decoy.Matches(Password));
        Assert.Equal((64, 1), (decoy.Memory, decoy.Passes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("correct horse")]
    [InlineData("$argon2id$v=19$m=256,t=2,p=4$0PUZPR4ncqxcVzOTphzi1Q")]
    [InlineData("$argon2id$v=19$m=9999999,t=2,p=4$0PUZPR4ncqxcVzOTphzi1Q$fwn3c61Y6x/3n6FnZh0QV51TCR/F6SsMwPzvqkTc/5c")]
    [InlineData("$argon2id$v=19$m=256,t=999,p=4$0PUZPR4ncqxcVzOTphzi1Q$fwn3c61Y6x/3n6FnZh0QV51TCR/F6SsMwPzvqkTc/5c")]
    [InlineData("$2b$12$abcdefghijklmnopqrstuv")]
    public void Refuses_texts_that_are_no_hash_or_would_cost_too_much(string stored) => Assert.False(Argon2Hash.TryParse(stored, out _));
}
