using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Articles with authors, comments and blocks of any kind, of which a reader may see some: not every field, not every
/// row, and of some only that they are there. What the reader may not see can be swapped for something else.</summary>
internal sealed class SecretWorld
{
    private readonly TestApp _app;
    private readonly string _mark = $"{Guid.NewGuid():N}"[..8];

    private SecretWorld(TestApp app) => _app = app;

    public string Articles => $"ar_{_mark}";

    public string Authors => $"au_{_mark}";

    public string Comments => $"co_{_mark}";

    public string Blocks => $"bl_{_mark}";

    public string Texts => $"te_{_mark}";

    public string Vaults => $"va_{_mark}";

    public TestClient Reader { get; private set; } = null!;

    public static async Task<SecretWorld> CreateAsync(TestApp app)
    {
        var world = new SecretWorld(app);
        await world.CreateCollectionsAsync();
        await world.CreateRowsAsync();
        world.Reader = await world.CreateReaderAsync();
        return world;
    }

    public IEnumerable<Probe> Probes()
    {
        (string Path, object Value)[] values =
        [
            ("secret", "zebra"), ("number", 7), ("moment", "2020-01-01T00:00:00Z"), ("extra", "zebra"), ("code", "zebra-code"), ("pin", "$argon2id"),
            ("note", "zebra-note"), ("editor", 1), ("editor.name", "Ada"), ("author.salary", 700), ("author.name", "zebra-hidden"),
                ("comments.mod", "zebra-mod"),
            ("comments.text", "zebra-comment"), ("hidden_list", 1), ("hidden_list.text", "one"), ($"blocks.item:{Texts}.secret", "zebra-text"),
            ($"blocks.item:{Vaults}.text", "zebra-vault"), ("blocks.item.secret", "zebra-text"), ("author.articles.secret", "zebra"),
            ("author.articles.note", "zebra-note"), ($"$FOLLOW({Comments},other).text", "one"),
        ];
        foreach (var (path, value) in values)
            foreach (var probe in ProbeSource.OfValue(Articles, path, value)) yield return probe;
        foreach (var path in (string[])["moment", "extra", "hidden_list", "comments.hidden_date", "comments", "author.salary", "note", "code"])
            foreach (var probe in ProbeSource.OfFunctions(Articles, path)) yield return probe;
        string[] words = ["zebra", "other", "zebra-note", "zebra-code", "700", "7", "zebra-comment", "zebra-hidden", "zebra-mod", "2020"];
        foreach (var collection in (string[])[Articles, Authors, Comments, Blocks, Texts, Vaults])
        {
            foreach (var probe in ProbeSource.OfAll(collection, "1", "4", "5", "99").Concat(ProbeSource.OfSearch(collection, words)))
                yield return probe;
        }

        foreach (var (collection, list) in ((string, string)[])[(Articles, "comments"), (Authors, "articles"), (Articles, "hidden_list"),
            (Articles, "blocks")])
            foreach (var probe in ProbeSource.OfRows(collection, list, "4")) yield return probe;
        foreach (var (field, value) in ((string, object)[])[("token", $"zebra-{_mark}"), ("password", "$argon2id"), ("tfa_secret", "zebra"),
            ("auth_data", "zebra"), ("location", "zebra")])
            foreach (var probe in ProbeSource.OfValue("directus_users", field, value)) yield return probe;
        foreach (var probe in ProbeSource.OfSearch("directus_users", $"zebra-{_mark}", "zebra", "$argon2id")
            .Concat(ProbeSource.OfAll("directus_users"))) yield return probe;
        foreach (var variable in (string[])["$CURRENT_USER.location", "$CURRENT_USER.token", "$CURRENT_USER.password"])
            foreach (var probe in ProbeSource.OfVariable(Articles, "title", variable)) yield return probe;
    }

    /// <summary>Writes what the reader may not see: one way, or the other.</summary>
    public async Task HideAsync(bool other)
    {
        string[] words = other ? ["other", "zebra", "lynx"] : ["zebra", "other", "ant"];
        for (var i = 0; i < 3; i++)
        {
            await ChangeAsync(Articles, i + 1, new
            {
                secret = other && i == 2 ? null : words[i],
                number = other ? 10 - i : 7 + i,
                moment = other ? $"2021-0{3 - i}-02T03:04:05Z" : $"2020-0{i + 1}-01T00:00:00Z",
                extra = other ? (object)new { a = "x" } : new[] { 1, 2, i },
                code = $"{words[i]}-code",
                pin = $"{words[i]}-pin",
                editor = other ? 2 - (i % 2) : 1,
            });
        }

        // The third one is not open: the reader sees no note there.
        await ChangeAsync(Articles, 3, new { note = other ? "lynx-note" : "zebra-note" });
        await ChangeAsync(Articles, 4, new { title = words[0], views = other ? 1000 : 1, author = other ? 1 : 2 });
        await ChangeAsync(Authors, 1, new { salary = other ? 1 : 700 });
        await ChangeAsync(Authors, 3, new { name = other ? "lynx" : "zebra-hidden" });
        for (var i = 1; i <= 2; i++) await ChangeAsync(Comments, i,
            new { mod = $"{words[i - 1]}-mod", other = other ? 2 : i, hidden_date = other ? "2020-05-06" : "2019-01-01" });
        await ChangeAsync(Comments, 3, new { text = other ? "lynx" : "zebra-comment", article = other ? 2 : 1 });
        await ChangeAsync(Texts, 1, new { secret = other ? "lynx" : "zebra-text" });
        await ChangeAsync(Vaults, 1, new { text = other ? "lynx" : "zebra-vault" });
        if (other) await _app.CreateAsync($"/items/{Articles}", new { title = "fifth", state = "hidden", author = 1 });
        await HideAccountsAsync(other);
    }

    private async Task HideAccountsAsync(bool other)
    {
        var password = other ? "password-lynx" : "password-zebra";
        // One after the other: a token is one user's.
        foreach (var name in (string[])["one", "two"])
            await _app.Server.Database.QueryAsync($"update directus_users set token = null where email = '{name}-{_mark}@example.com'");
        foreach (var name in (string[])["one", "two"])
        {
            var user = (string)(await (await _app.Admin.GetAsync($"/users?filter[email][_eq]={name}-{_mark}@example.com&fields=id"))
                .DataAsync())![0]!["id"]!;
            var word = other == (name == "one") ? "lynx" : "zebra";
            await (await _app.Admin.PatchAsync($"/users/{user}", new { token = $"{word}-{_mark}", password, location = word })).DataAsync();
            var secret = other ? "'lynx'" : "'zebra'";
            await _app.Server.Database.QueryAsync($"update directus_users set tfa_secret = {secret}, auth_data = '{{\"refresh\":\"{word}\"}}' where email like '{name}-{_mark}%'");
        }

        var me = (string)(await (await Reader.GetAsync("/users/me")).DataAsync())!["id"]!;
        await (await _app.Admin.PatchAsync($"/users/{me}", new { location = other ? "first" : "second" })).DataAsync();
    }

    private async Task CreateCollectionsAsync()
    {
        await _app.CreateCollectionAsync(Authors, [Key, Field("name"), Field("salary", "integer"), List("articles", "o2m")]);
        await _app.CreateCollectionAsync(Articles,
        [
            Key, Field("title"), Field("views", "integer"), Field("state"), Field("author", "integer"), Field("secret"), Field("number", "integer"),
            Field("moment", "timestamp"), Field("extra", "json", "cast-json"), Field("code", "string", "conceal"), Field("pin", "hash", "hash"),
                Field("note"),
            Field("editor", "integer"), List("comments", "o2m"), List("hidden_list", "o2m"), List("blocks", "m2a"),
        ]);
        await _app.CreateCollectionAsync(Comments,
            [Key, Field("text"), Field("kind"), Field("mod"), Field("hidden_date", "date"), Field("article", "integer"), Field("other", "integer")]);
        await _app.CreateCollectionAsync(Texts, [Key, Field("text"), Field("secret")]);
        await _app.CreateCollectionAsync(Vaults, [Key, Field("text")]);
        await _app.CreateCollectionAsync(Blocks, [Key, Field("article", "integer"), Field("collection"), Field("item")]);
        await RelateAsync(Articles, "author", Authors, new { one_field = "articles" });
        await RelateAsync(Articles, "editor", Authors, new { });
        await RelateAsync(Comments, "article", Articles, new { one_field = "comments" });
        await RelateAsync(Comments, "other", Articles, new { one_field = "hidden_list" });
        await RelateAsync(Blocks, "article", Articles, new { one_field = "blocks", junction_field = "item" });
        await RelateAsync(Blocks, "item", null,
            new { one_collection_field = "collection", one_allowed_collections = new[] { Texts, Vaults }, junction_field = "article" });
    }

    private async Task CreateRowsAsync()
    {
        foreach (var name in (string[])["Ada", "Bob", "hidden"]) await _app.CreateAsync($"/items/{Authors}", new { name, salary = 1 });
        for (var i = 1; i <= 4; i++)
            await _app.CreateAsync($"/items/{Articles}", new
            {
                title = $"title {i}",
                views = i,
                state = i == 4
                ? "hidden"
                : i == 3 ? "closed" : "open",
                author = i == 2 ? 3 : 1,
                code = "x",
                pin = "x",
                note = $"note {i}"
            });
        foreach (var (text, kind) in ((string, string)[])[("one", "open"), ("two", "open"), ("hidden", "closed")])
            await _app.CreateAsync($"/items/{Comments}", new { text, kind, article = 1 });
        await _app.CreateAsync($"/items/{Texts}", new { text = "t" });
        await _app.CreateAsync($"/items/{Vaults}", new { text = "v" });
        foreach (var collection in (string[])[Texts, Vaults]) await _app.CreateAsync($"/items/{Blocks}", new { article = 1, collection, item = "1" });
        foreach (var name in (string[])["one", "two"]) await _app.CreateAsync("/users", new { email = $"{name}-{_mark}@example.com" });
    }

    private async Task<TestClient> CreateReaderAsync() => await _app.SignInAsync(
        May.Read(Articles, "id", "title", "views", "state", "author", "comments", "blocks", "code", "pin")
            .Where(new { state = new { _neq = "hidden" } }),
        May.Read(Articles, "id", "note").Where(new { state = new { _eq = "open" } }),
        May.Read(Authors, "id", "name", "articles").Where(new { id = new { _lte = 2 } }),
        May.Read(Comments, "id", "text", "article").Where(new { kind = new { _eq = "open" } }),
        May.Read(Blocks),
        May.Read(Texts, "id", "text"),
        May.Read("directus_users", "id", "email", "token", "password", "tfa_secret")
            .Where(new { email = new { _ends_with = $"{_mark}@example.com" } }),
        May.Read("directus_users", "id").Where(new { id = new { _eq = "$CURRENT_USER" } }));

    private async Task ChangeAsync(string collection, int key, object data) =>
        await (await _app.Admin.PatchAsync($"/items/{collection}/{key}", data)).DataAsync();

    private async Task RelateAsync(string collection, string field, string? related, object meta) =>
        await (await _app.Admin.PostAsync("/relations", new
        {
            collection,
            field,
            related_collection = related,
            meta,
            schema = related is null
            ? null
            : new { on_delete = "SET NULL" }
        })).DataAsync();

    private static JsonObject Key => new()
    {
        ["field"] = "id", ["type"] = "integer", ["meta"] = new JsonObject(),
        ["schema"] = new JsonObject { ["is_primary_key"] = true, ["has_auto_increment"] = true }
    };

    private static object Field(string field, string type = "string", string? special = null) =>
        new { field, type, meta = new { special = special is null ? null : new[] { special } }, schema = new { } };

    private static object List(string field, string special) => new { field, type = "alias", meta = new { special = new[] { special } } };
}
