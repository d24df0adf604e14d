using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>No key of one user shows, changes or removes another's message, bookmark or preference.</summary>
public sealed class OthersKeysTests
{
    private const int People = 3;

    [Theory, EachDatabase]
    public async Task Keys_of_others_are_as_keys_of_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title");
        var people = new List<Person>();
        for (var i = 0; i < People; i++) people.Add(await Person.CreateAsync(app, null, May.Read(table), May.Create("directus_notifications")));
        var things = new Dictionary<Person, (long Message, long Bookmark, long Preference)>();
        foreach (var person in people) things[person] = await OwnAsync(old, person, table);
        var nothing = things.Values.SelectMany(own => new[] { own.Message, own.Bookmark, own.Preference }).Max() + 1_000;

        var before = await AllAsync(people, table);
        foreach (var person in people)
        {
            foreach (var (message, bookmark, preference) in things.Where(entry => entry.Key != person).Select(entry => entry.Value))
            {
                foreach (var (method, path, key) in Calls(table, message, bookmark, preference))
                {
                    var got = await AnswerAsync(person, method, path, key);
                    var want = await AnswerAsync(person, method, path, nothing);
                    Assert.Equal((method, path, want), (method, path, got));
                }
            }
        }

        Assert.Equal(before, await AllAsync(people, table));
        foreach (var person in people) person.Dispose();
    }

    [Theory, EachDatabase]
    public async Task Lists_hold_what_is_the_callers_alone_whoever_is_named(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title");
        using var one = await Person.CreateAsync(app, null, May.Read(table));
        using var two = await Person.CreateAsync(app, null, May.Read(table));
        var (own, other) = (await OwnAsync(old, one, table), await OwnAsync(old, two, table));
        string[] lists =
        [
            "messages/rows", "messages/self", $"messages/user/{two.Number}", "messages/rows?limit=-1", $"messages/rows?ids={other.Message}",
            $"messages/rows?filters[recipients]={two.Number}", $"messages/rows?max_id={other.Message - 1}", "bookmarks?limit=-1", "bookmarks/self",
            $"bookmarks/user/{two.Number}", $"bookmarks/user/{two.Id}", $"bookmarks?ids={other.Bookmark}", $"bookmarks?filters[user]={two.Number}",
        ];

        foreach (var list in lists)
        {
            var rows = (await one.Client.GetAsync(list))["data"]!.AsArray().Select(row => (long)row!["id"]!).ToList();
            Assert.True(rows.All(id => id == own.Message || id == own.Bookmark || id == own.Preference), $"{list} tells {string.Join(',', rows)}");
        }

        Assert.Equal(own.Preference, (long?)(await one.Client.GetAsync($"tables/{table}/preferences?title=list"))["data"]!["id"]);
    }

    private static IEnumerable<(HttpMethod Method, string Path, long Key)> Calls(string table, long message, long bookmark, long preference)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Patch, HttpMethod.Put]) yield return (method, "messages/rows/{0}", message);
        yield return (HttpMethod.Get, "messages/{0}", message);
        yield return (HttpMethod.Get, "messages/rows?ids={0}", message);
        yield return (HttpMethod.Get, "messages/rows?filters[id]={0}", message);
        yield return (HttpMethod.Get, "messages/rows?filters[response_to]={0}", message);
        yield return (HttpMethod.Get, "bookmarks/{0}", bookmark);
        yield return (HttpMethod.Delete, "bookmarks/{0}", bookmark);
        yield return (HttpMethod.Get, "bookmarks?ids={0}", bookmark);
        yield return (HttpMethod.Get, "bookmarks/self?in[id]={0}", bookmark);
        yield return (HttpMethod.Get, "bookmarks/{0}", preference);
        yield return (HttpMethod.Delete, $"tables/{table}/preferences?id={{0}}", preference);
        yield return (HttpMethod.Delete, $"tables/{table}/preferences?id={{0}}", bookmark);
    }

    // What is answered, with no word of which key was asked for.
    private static async Task<string> AnswerAsync(Person person, HttpMethod method, string path, long key)
    {
        using var request = new HttpRequestMessage(method, string.Format(null, path, key));
        if (method != HttpMethod.Get) request.Content = new StringContent("subject=s&read=1");
        return (await person.Client.AnswerAsync(request)).Replace($"[{key}]", "[KEY]", StringComparison.Ordinal);
    }

    private static async Task<(long Message, long Bookmark, long Preference)> OwnAsync(OldClient old, Person person, string table)
    {
        var message = await old.FormAsync(HttpMethod.Post, "messages/rows", $"subject=s&to={person.Number}");
        var bookmark = await person.Client.FormAsync(HttpMethod.Post, "bookmarks", $"title=mark&table_name={table}");
        var preference = await person.Client.FormAsync(HttpMethod.Put, $"tables/{table}/preferences", "title=list&sort=id");
        static long Id(JsonNode reply) => (long)reply["data"]!["id"]!;
        return (Id(message), Id(bookmark), Id(preference));
    }

    private static async Task<string> AllAsync(List<Person> people, string table)
    {
        var all = new List<string>();
        foreach (var person in people)
            foreach (var path in (string[])["messages/self", "bookmarks/self", $"tables/{table}/preferences?title=list"])
                all.Add((await person.Client.GetAsync(path)).ToJsonString());
        return string.Join('\n', all);
    }
}
