using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Messages between users, which are notifications.</summary>
public sealed class MessageTests
{
    private const string LoginNeeded = "You must be logged in to access the API";

    [Theory, EachDatabase]
    public async Task A_message_is_sent_read_and_answered(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var ann = await Person.CreateAsync(app, null, May.Create("directus_notifications"), May.Read("directus_users"));
        using var ben = await Person.CreateAsync(app, null, May.Create("directus_notifications"), May.Read("directus_users"));
        var sent = await ann.Client.FormAsync(HttpMethod.Post, "messages/rows",
            $"subject=Sunday Morning meeting&message=Cancelled!&to={ann.Number},{ben.Number}&from=77");
        var (id, moment) = ((long)sent["data"]!["id"]!, (string)sent["data"]!["datetime"]!);
        var all = (string)sent["data"]!["recipients"]!;

        Assert.Equal(new[] { ann.Number, ben.Number }.Order(), all.Split(',').Select(long.Parse).Order());
        Same($$$"""
            {"meta":{"table":"directus_messages","type":"item"},
             "data":{"id":{{{id}}},"from":{{{ann.Number}}},"subject":"Sunday Morning meeting",
                     "message":"Cancelled!","attachment":null,"datetime":"{{{moment}}}",
                     "response_to":null,"read":0,"responses":{"rows":[]},"recipients":"{{{all}}}","date_updated":"{{{moment}}}"}}
            """, sent);

        var got = await ben.Client.GetAsync("messages/self");
        var told = got["data"]!.AsArray().Single()!;
        var key = (long)told["id"]!;
        Same($$"""{"read":0,"unread":1,"total":1,"max_id":{{key}},"type":"collection","table":"directus_messages"}""", got["meta"]!);
        Assert.Equal((ann.Number, 0, $"{ben.Number}"), ((long?)told["from"], (int?)told["read"], (string?)told["recipients"]));
        Assert.Equal("id,from,subject,message,attachment,datetime,response_to,read,responses,recipients,date_updated",
            string.Join(',', told.AsObject().Select(property => property.Key)));
        foreach (var path in (string[])["messages/rows", "messages/rows/", $"messages/user/{ben.Number}", $"messages/user/{ann.Number}"])
            JsonAssert.Same(got, await ben.Client.GetAsync(path));
        Same($$$"""
            {"meta":{"read":1,"unread":0,"total":1,"max_id":{{{key}}},"type":"collection","table":"directus_messages"},
             "data":{"id":{{{key}}},"from":{{{ann.Number}}},"subject":"Sunday Morning meeting","message":"Cancelled!","attachment":null,
                     "datetime":"{{{told["datetime"]}}}","response_to":null,"read":1,"responses":{"rows":[]},"recipients":"{{{ben.Number}}}",
                     "date_updated":"{{{told["datetime"]}}}"}}
            """, await ben.Client.SendAsync(HttpMethod.Patch, $"messages/rows/{key}"));
        JsonAssert.Same(await ben.Client.GetAsync($"messages/rows/{key}"), await ben.Client.GetAsync($"messages/{key}"));

        var answer = (await ben.Client.JsonAsync(HttpMethod.Put, $"messages/rows/{key}", new { subject = "Re", message = "Pity" }))["data"]!;
        Assert.Equal((ben.Number, key, $"{ann.Number}"), ((long?)answer["from"], (long?)answer["response_to"], (string?)answer["recipients"]));
        var latest = await ann.Client.GetAsync($"messages/rows?max_id={id}");
        Assert.Equal(("Re", (long?)answer["id"]), ((string?)latest["data"]!.AsArray().Single()!["subject"], (long?)latest["meta"]!["max_id"]));
        // An answer to oneself stands within what it answers.
        await ann.Client.FormAsync(HttpMethod.Put, $"messages/rows/{id}", $"subject=Note&to={ann.Number}");
        var thread = (await ann.Client.GetAsync($"messages/{id}"))["data"]!["responses"]!["rows"]!.AsArray().Single()!;
        Assert.Equal(("Note", id), ((string?)thread["subject"], (long?)thread["response_to"]));
    }

    [Theory, EachDatabase]
    public async Task Groups_get_a_message_each_of_their_users_one(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var role = await app.CreateRoleAsync();
        using var one = await Person.CreateAsync(app, role);
        using var two = await Person.CreateAsync(app, role);
        using var gone = await Person.CreateAsync(app, role);
        await (await app.Admin.PatchAsync($"/users/{gone.Id}", new { status = "suspended" })).DataAsync();
        using var old = OldClient.Admin(app);

        var group = Person.NumberOf(role);
        var forms = new[] { $"toGroup={group}", $"toGroup[]={role}&to={one.Number}", $"recipients=0_{two.Number},1_{group}" };
        foreach (var form in forms)
            Assert.Equal(2,
                ((string?)(await old.FormAsync(HttpMethod.Post, "messages/rows", $"subject=s&{form}"))["data"]!["recipients"])!.Split(',').Length);
        foreach (var person in (Person[])[one, two])
            Assert.Equal(3, (int?)(await person.Client.GetAsync("messages/self"))["meta"]!["total"]);
        await old.RefusedAsync(404, "There is nobody whom the message could go to", HttpMethod.Post, "messages/rows", $"subject=s&to={gone.Number}");
        await old.RefusedAsync(404, "There is nobody whom the message could go to", HttpMethod.Post, "messages/rows", "subject=s&to=77");
        await old.RefusedAsync(404, "There is nobody whom the message could go to", HttpMethod.Post, "messages/rows", "subject=s");
        await old.RefusedAsync(422, "The column [subject] is required", HttpMethod.Post, "messages/rows", $"to={one.Number}");
        await old.RefusedAsync(422, "The recipient [7] is neither 0_USER nor 1_GROUP", HttpMethod.Post, "messages/rows", "subject=s&recipients=7");
        var many = string.Join(',', Enumerable.Range(1, 1_001));
        await old.RefusedAsync(422, "A message goes to 1000 users at most", HttpMethod.Post, "messages/rows", $"subject=s&to={many}");
    }

    [Theory, EachDatabase]
    public async Task Messages_of_others_are_not_there_and_unpermitted_ones_are_not_sent(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var person = await Person.CreateAsync(app);
        using var other = await Person.CreateAsync(app);
        using var old = OldClient.Admin(app);
        using var stranger = new OldClient(app.Server, null);
        var key = (await old.FormAsync(HttpMethod.Post, "messages/rows", $"subject=s&to={other.Number}"))["data"]!["id"]!;

        // An administrator, who may read all notifications, has only their own messages too.
        foreach (var client in (OldClient[])[person.Client, old])
        {
            await client.RefusedAsync(404, "Message not found", HttpMethod.Get, $"messages/rows/{key}");
            await client.RefusedAsync(404, "Message not found", HttpMethod.Get, $"messages/{key}");
            await client.RefusedAsync(404, "Message not found", HttpMethod.Patch, $"messages/rows/{key}", "read=1");
            await client.RefusedAsync(404, "Message not found", HttpMethod.Put, $"messages/rows/{key}", "subject=s");
            await client.RefusedAsync(404, "Message not found", HttpMethod.Get, "messages/abc");
            Assert.DoesNotContain((await client.GetAsync($"messages/user/{other.Number}"))["data"]!.AsArray(), message =>
                $"{message!["id"]}" == $"{key}");
        }

        await person.Client.FormAsync(HttpMethod.Post, "messages/rows", $"subject=s&to={person.Number}", 403);
        Assert.Equal(1, (int?)(await other.Client.GetAsync("messages/self"))["meta"]!["unread"]);
        Assert.Equal(0, (int?)(await person.Client.GetAsync("messages/self"))["meta"]!["total"]);
        foreach (var path in (string[])["messages/rows", "messages/self", $"messages/{key}"])
            await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Get, path);
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Post, "messages/rows", $"subject=s&to={other.Number}");
        var rpc = new LegacyMessagesService.LegacyMessagesServiceClient(other.Modern.Rpc);
        JsonAssert.Same((await other.Client.GetAsync($"messages/{key}"))["data"],
            (await rpc.GetMessageAsync(new() { Id = $"{key}" })).Data.StructValue.ToJson());
        await new LegacyMessagesService.LegacyMessagesServiceClient(person.Modern.Rpc).GetMessageAsync(new() { Id = $"{key}" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
