using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Random texts and hashes, for users.</summary>
public sealed class UtilTests
{
    [Theory, EachDatabase]
    public async Task Random_texts_have_the_length_that_is_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var person = await Person.CreateAsync(app);
        using var stranger = new OldClient(app.Server, null);
        var old = person.Client;
        static string Text(JsonNode reply) => (string)reply["data"]!["random"]!;

        Assert.Matches("^[A-Za-z0-9]{64}$", Text(await old.FormAsync(HttpMethod.Post, "random", "length=64")));
        Assert.Matches("^[A-Za-z0-9]{5}$", Text(await old.JsonAsync(HttpMethod.Post, "random?length=5", "{}")));
        Assert.Matches("^[A-Za-z0-9]{500}$", Text(await old.JsonAsync(HttpMethod.Post, "random", new { length = 500 })));
        var (one, other) = (Text(await old.SendAsync(HttpMethod.Post, "random")), Text(await old.SendAsync(HttpMethod.Post, "random")));
        Assert.Equal((32, 32), (one.Length, other.Length));
        Assert.NotEqual(one, other);
        foreach (var length in (string[])["0", "501", "-1", "x", ""])
            Assert.False((bool?)(await old.FormAsync(HttpMethod.Post, "random", $"length={length}", 422))["success"]);
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Post, "random", "length=5");
        var reply = await new LegacyUtilsService.LegacyUtilsServiceClient(person.Modern.Rpc)
            .GetRandomAsync(new() { Body = Structs.Of(new { length = 7 }) });
        Assert.Equal((true, 7), (reply.Success, reply.Data.StructValue.Fields["random"].StringValue.Length));
    }

    [Theory, EachDatabase]
    public async Task Hashes_are_those_that_PHP_makes(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var person = await Person.CreateAsync(app);
        using var stranger = new OldClient(app.Server, null);
        var old = person.Client;
        async Task<string> HashAsync(string form) => (string)(await old.FormAsync(HttpMethod.Post, "hash", form))["data"]!["hash"]!;

        Assert.Matches(@"^\$2y\$10\$[./A-Za-z0-9]{53}$", await HashAsync("string=secret&hasher=bcrypt"));
        Assert.Matches(@"^\$2y\$04\$[./A-Za-z0-9]{53}$", await HashAsync("string=secret&options[cost]=4"));
        Assert.Equal("e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4", await HashAsync("string=secret&hasher=sha1"));
        Assert.Equal("95c7fbca92ac5083afda62a564a3d014fc3b72c9140e3cb99ea6bf12", await HashAsync("string=secret&hasher=sha224"));
        Assert.Equal("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b", await HashAsync("string=secret&hasher=sha256"));
        Assert.Equal(96, (await HashAsync("string=secret&hasher=sha384")).Length);
        Assert.Equal(128, (await HashAsync("string=secret&hasher=sha512")).Length);
        JsonAssert.Same(JsonNode.Parse("""{"success":false,"error":{"message":"Hash expect a string"}}"""),
            await old.JsonAsync(HttpMethod.Post, "hash", new { hasher = "sha1" }));
        await old.RefusedAsync(422, "The hasher [md5] is unknown", HttpMethod.Post, "hash", "string=a&hasher=md5");
        foreach (var form in (string[])["string=a&options[cost]=13", "string=a&options[cost]=x", $"string={new string('x', 73)}", "string=a%00b"])
            Assert.False((bool?)(await old.FormAsync(HttpMethod.Post, "hash", form, 422))["success"]);
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Post, "hash", "string=a");
    }
}
