using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Types of PostgreSQL that the API has no name for, in tables that somebody made by hand.</summary>
public sealed class FoundTypeTests
{
    // Type, stored, answered, written, and what no value of the type is.
    private static readonly (string Type, string Stored, string Json, object Written, object? Wrong)[] Types =
    [
        ("mood", "'ok'", "\"ok\"", "happy", "nope"),
        ("mood[]", "'{ok,sad}'", "[\"ok\",\"sad\"]", new[] { "happy", null }, new[] { "nope" }),
        ("integer[]", "'{1,2,NULL}'", "[1,2,null]", new object?[] { 3, null }, new[] { "x" }),
        ("integer[]", "'{{1,2},{3,4}}'", "[[1,2],[3,4]]", new[] { new[] { 5, 6 }, new[] { 7, 8 } }, "x"),
        ("text[]", "'{a,\"b,\\\"c\\\\\",NULL}'", "[\"a\",\"b,\\\"c\\\\\",null]", new[] { "x", "", "NULL", "{,}" }, 5),
        ("double precision[]", "'{0.5,NaN}'", "[0.5,\"NaN\"]", new[] { 1.5 }, new[] { "x" }),
        ("jsonb[]", "array['{\"a\": 1}'::jsonb]", "[{\"a\":1}]", new object[] { new { b = new[] { 1 } } }, "x"),
        ("inet", "'10.0.0.1/24'", "\"10.0.0.1/24\"", "::1", "10.0.0"),
        ("cidr", "'10.0.0.0/8'", "\"10.0.0.0/8\"", "10.1.0.0/16", "10.0.0.1/8"),
        ("macaddr", "'08:00:2b:01:02:03'", "\"08:00:2b:01:02:03\"", "08:00:2b:01:02:04", "x"),
        ("interval", "'1 day 02:03:04'", "\"1 day 02:03:04\"", "3 mons", "x"),
        ("xml", "'<a>1</a>'", "\"<a>1</a>\"", "<b/>", "<b"),
        ("money", "12.5", "\"$12.50\"", "$7.25", "x"),
        ("bit(3)", "B'101'", "\"101\"", "110", "1101"),
        ("bit varying(5)", "B'11'", "\"11\"", "1", "111111"),
        ("time with time zone", "'10:00:00+02'", "\"10:00:00+02\"", "11:00:00+00", "x"),
        ("tsvector", "'a b'", "\"'a' 'b'\"", "c d", null),
        ("int4range", "'[1,5)'", "\"[1,5)\"", "[2,3)", "[3,2)"),
        ("oid", "42", "\"42\"", "43", "x"),
        ("\"char\"", "'x'", "\"x\"", "y", null),
        ("name", "'nm'", "\"nm\"", "other", null),
        ("point", "'(1,2)'", "\"(1,2)\"", "(3,4)", "x"),
        ("pg_lsn", "'16/B374D848'", "\"16/B374D848\"", "0/1", "x"),
        ("positive", "5", "5", 7, -1),
        ("short_text", "'abc'", "\"abc\"", "d", "far too long"),
        ("numeric", "'123456789012345678901234567890.123456789'", "\"123456789012345678901234567890.123456789\"",
            "-98765432109876543210987654321098765432109876543210.5", "x"),
        ("numeric(50,20)", "1.5", "\"1.50000000000000000000\"", "123456789012345678901234567890.12345678901234567890", "x"),
        ("real", "0.1", "0.1", 0.2, "x"),
        ("smallint", "5", "5", 6, 40000),
        ("character(5)", "'ab'", "\"ab   \"", "cd   ", "far too long"),
    ];

    private static readonly (string Type, string Stored, string Json, object Written, object? Wrong)[] OfExtensions =
    [
        ("hstore", "'a=>1'", "\"\\\"a\\\"=>\\\"1\\\"\"", "b=>2", "x=>"),
        ("citext", "'Ci'", "\"Ci\"", "Other", null),
    ];

    private static readonly string[] Operators =
    [
        "_eq", "_neq", "_in", "_nin", "_lt", "_gte", "_between", "_null", "_empty", "_nempty", "_contains", "_nicontains", "_starts_with",
            "_iends_with", "_regex", "_intersects",
    ];

    [Fact]
    public async Task Each_is_read_written_filtered_sorted_and_grouped_or_refused()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var (things, types) = await ThingsAsync(app);
        var columns = string.Join(", ", types.Select((type, i) => $"c{i}"));

        var first = (await (await app.Admin.GetAsync($"/items/{things}/1")).DataAsync())!;
        for (var i = 0; i < types.Length; i++) JsonAssert.Same(JsonNode.Parse(types[i].Json), first[$"c{i}"]);
        var list = await (await app.Admin.GetAsync($"/items/{things}?sort=id")).DataAsync();
        JsonAssert.Same(list,
            (await app.Admin.Items.ListItemsAsync(new() { Collection = things, Query = new() { Sort = { "id" } } })).Items.ToJson());
        JsonAssert.Same(list, (await app.Admin.Items.ListItemsAsync(new()
        {
            Collection = things, Query = new() { Sort = { "id" } },
            Encoding = Encoding.Json
        })).Json.ToJson());
        foreach (var format in new[] { "csv", "xml", "yaml", "json" })
            Assert.Equal(200, (int)(await app.Admin.GetAsync($"/items/{things}?export={format}")).StatusCode);
        Assert.Equal(2,
            (await app.Admin.AnswerAsync($"{{ {things} {{ id {columns.Replace(", ", " ", StringComparison.Ordinal)} }} }}"))![things]!.AsArray().Count);

        for (var i = 0; i < types.Length; i++)
        {
            var text = JsonNode.Parse(types[i].Json) is JsonValue value ? value.ToString() : "1";
            foreach (var name in Operators)
            {
                var operand = name switch
                {
                    "_null" or "_nnull" or "_empty" or "_nempty" =>
                    "true",
                    "_between" or "_nbetween" => $"{text},{text}",
                    _ => text
                };
                await AskAsync(app, $"/items/{things}?fields=id&filter[c{i}][{name}]={Uri.EscapeDataString(operand)}", types[i].Type);
                if (name is "_eq" or "_nin" or "_gte") await AskAsync(app, $"/items/{things}?fields=id&filter[c{i}][{name}]=nonsense", types[i].Type);
            }

            await AskAsync(app, $"/items/{things}?sort=c{i},-c{i}", types[i].Type);
            await AskAsync(app, $"/items/{things}?groupBy=c{i}&aggregate[count]=*&sort=-c{i}", types[i].Type);
            foreach (var function in new[] { "count", "countDistinct", "min", "max", "sum", "avg" })
                await AskAsync(app, $"/items/{things}?aggregate[{function}]=c{i}", types[i].Type);
            foreach (var function in new[] { "year", "hour", "count", "json" })
                await AskAsync(app, $"/items/{things}?fields={function}(c{i})", types[i].Type);
            // Blanks at the end of a fixed text count for nothing.
            if (types[i].Json[0] == '"' && types[i].Type != "character(5)")
                Assert.Equal((types[i].Type, "[{\"id\":1}]"),
                    (types[i].Type, (await (await app.Admin.GetAsync($"/items/{things}?fields=id&filter[c{i}][_eq]={Uri.EscapeDataString(text)}"))
                    .DataAsync())!.ToJsonString()));
            await (await app.Admin.GetAsync($"/items/{things}?fields=id&filter[c{i}][_nnull]=true")).ShouldBeDataAsync("""[{"id":1}]""");
        }

        await AskAsync(app, $"/items/{things}?search=ok", "search");
        await AskAsync(app, $"/items/{things}?search=5", "search");
    }

    [Fact]
    public async Task Each_takes_what_it_answers_and_refuses_what_is_none()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var (things, types) = await ThingsAsync(app);
        for (var i = 0; i < types.Length; i++)
        {
            var (type, written, name) = (types[i].Type, types[i].Written, $"c{i}");
            var created = await (await app.Admin.PostAsync($"/items/{things}?fields=id,{name}", new Dictionary<string, object> { [name] = written }))
                .DataAsync();
            Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(written), created![name])
                || type is "tsvector" or "hstore", $"{type}: {created}");
            // What was read may be sent back, alone and for several items, as text from a form too.
            var back = new JsonObject { [name] = created[name]!.DeepClone() };
            JsonAssert.Same(created[name], (await (await app.Admin.PatchAsync($"/items/{things}/1", back)).DataAsync())![name]);
            var each = new JsonArray([.. new[] { 1, 2 }.Select(id => new JsonObject { ["id"] = id, [name] = created[name]!.DeepClone() })]);
            JsonAssert.Same(created[name], (await (await app.Admin.PatchAsync($"/items/{things}", each)).DataAsync())![1]![name]);
            if (created[name] is JsonArray)
                await (await app.Admin.PatchAsync($"/items/{things}/1", new JsonObject { [name] = created[name]!.ToJsonString() })).DataAsync();
            await (await app.Admin.PatchAsync($"/items/{things}/1", new JsonObject { [name] = null })).DataAsync();

            if (types[i].Wrong is not { } wrong) continue;
            foreach (var path in new[] { "", "/1" })
            {
                var refused = await app.Admin.SendAsync(path.Length == 0
                    ? HttpMethod.Post
                    : HttpMethod.Patch, $"/items/{things}{path}", new Dictionary<string, object> { [name] = wrong });
                Assert.True((int)refused.StatusCode == 400, $"{type}: {(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");
            }
        }
    }

    [Fact]
    public async Task An_enum_is_filtered_by_its_labels_and_sorted_in_their_order()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var (things, _) = await ThingsAsync(app);
        await app.Server.Database.QueryAsync($"insert into {things} (c0) values ('happy'), ('sad')");

        async Task<string> IdsAsync(string query) => string.Join(',',
            ((JsonArray)(await (await app.Admin.GetAsync($"/items/{things}?fields=id&{query}")).DataAsync())!).Select(row => row!["id"]));
        Assert.Equal("1,4", await IdsAsync("filter[c0][_in]=ok,sad,nope&sort=id"));
        Assert.Equal("3", await IdsAsync("filter[c0][_contains]=app"));
        Assert.Equal("2", await IdsAsync("filter[c0][_empty]=true"));
        Assert.Equal("", await IdsAsync("filter[c0][_eq]=nope"));
        Assert.Equal("1", await IdsAsync("filter[c0][_eq]=ok"));
        Assert.Equal("3,4", await IdsAsync("filter[c0][_nin]=ok,nope&sort=id"));
        Assert.Equal("1,3,4", await IdsAsync("filter[c0][_nin]=nope,neither&sort=id"));
        Assert.Equal("4,1,3,2", await IdsAsync("sort=c0"));
        Assert.Equal("1", await IdsAsync("filter[c1][_contains]=sad"));
        await app.Server.Database.QueryAsync($"update {things} set c1 = '{{}}' where id = 3");
        Assert.Equal("2,3,4", await IdsAsync("filter[c1][_empty]=true&sort=id"));
        await (await app.Admin.GetAsync($"/items/{things}?groupBy=c0&aggregate[count]=*&filter[c0][_nnull]=true")).ShouldBeDataAsync(
            """[{"c0":"happy","count":"1"},{"c0":"ok","count":"1"},{"c0":"sad","count":"1"}]""");
        await (await app.Admin.GetAsync($"/items/{things}?groupBy=c1&aggregate[count]=*")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Fact]
    public async Task Keys_may_be_of_any_type_and_are_generated_or_given()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        foreach (var (type, one, two) in new[] { ("inet", "10.0.0.1", "10.0.0.2"), ("bit(3)", "101", "110"), ("oid", "7", "8"),
            ("interval", "1 day", "2 days") })
        {
            var (hosts, ports) = ($"t_{TestApp.Mark()}", $"t_{TestApp.Mark()}");
            await app.Server.Database.QueryAsync($"create table {hosts} (id {type} primary key, name text); create table {ports} (id int primary key, host {type} references {hosts})");
            await app.CreateCollectionAsync(); // makes the server look again
            await (await app.Admin.PostAsync($"/fields/{hosts}", new { field = "ports", type = "alias", meta = new { special = new[] { "o2m" } } }))
                .DataAsync();
            await (await app.Admin.PatchAsync($"/relations/{ports}/host", new { meta = new { one_field = "ports" } })).DataAsync();

            await (await app.Admin.PostAsync($"/items/{hosts}?fields=id,ports.id", new { id = one, name = "a", ports = new[] { new { id = 1 } } })).ShouldBeDataAsync($$"""{"id":"{{one}}","ports":[{"id":1}]}""");
            await (await app.Admin.PostAsync($"/items/{hosts}", new[] { new { id = two, name = "b" } })).DataAsync();
            await (await app.Admin.PostAsync($"/items/{hosts}", new { id = one })).ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");
            await (await app.Admin.PostAsync($"/items/{ports}?fields=host.name", new { id = 2, host = two })).ShouldBeDataAsync("""{"host":{"name":"b"}}""");
            await (await app.Admin.PatchAsync($"/items/{hosts}/{Uri.EscapeDataString(two)}?fields=name,ports", new { name = "c", ports = new[] { 1, 2 } })).ShouldBeDataAsync("""{"name":"c","ports":[1,2]}""");
            await (await app.Admin.GetAsync($"/items/{hosts}?fields=name,ports.id&filter[ports][id][_eq]=1&sort=-id&deep[ports][_limit]=1")).ShouldBeDataAsync("""[{"name":"c","ports":[{"id":1}]}]""");
            await (await app.Admin.GetAsync($"/items/{ports}?fields=id&filter[host][name][_eq]=c&sort=host.name,id")).ShouldBeDataAsync("""[{"id":1},{"id":2}]""");
            await (await app.Admin.GetAsync($"/items/{hosts}?fields=count(ports)&sort=count(ports)")).ShouldBeDataAsync("""[{"ports_count":"0"},{"ports_count":"2"}]""");
            await (await app.Admin.PatchAsync($"/items/{hosts}",
                new { query = new { filter = new { name = new { _eq = "c" } } }, data = new { name = "d" } })).DataAsync();
            await (await app.Admin.GetAsync($"/items/{hosts}/nonsense")).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await app.Admin.DeleteAsync($"/items/{hosts}/{Uri.EscapeDataString(one)}")).ShouldBeNoContentAsync();
        }

        var always = $"t_{TestApp.Mark()}";
        await app.Server.Database.QueryAsync($"create table {always} (id int generated always as identity primary key, name text)");
        await app.CreateCollectionAsync();
        await (await app.Admin.PostAsync($"/items/{always}", new { name = "a" })).ShouldBeDataAsync("""{"id":1,"name":"a"}""");
        await (await app.Admin.PostAsync($"/items/{always}", new { id = 5, name = "b" })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PatchAsync($"/items/{always}/1", new { id = 1, name = "c" })).ShouldBeDataAsync("""{"id":1,"name":"c"}""");
    }

    [Fact]
    public async Task Their_settings_and_defaults_can_be_changed_and_their_model_told()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var (things, types) = await ThingsAsync(app);
        var fields = (JsonArray)(await (await app.Admin.GetAsync($"/fields/{things}")).DataAsync())!;
        foreach (var field in fields.OfType<JsonObject>())
        {
            field["meta"] = new JsonObject { ["note"] = "found" };
            var reply = await app.Admin.PatchAsync($"/fields/{things}/{field["field"]}", field.DeepClone());
            Assert.True((int)reply.StatusCode == 200, $"{field["schema"]!["data_type"]}: {await reply.Content.ReadAsStringAsync()}");
        }

        await (await app.Admin.PatchAsync($"/fields/{things}/c0", new { schema = new { default_value = "sad", is_nullable = true } })).DataAsync();
        await (await app.Admin.PatchAsync($"/fields/{things}/c0", new { schema = new { default_value = "nope" } }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync($"/items/{things}?fields=c0", new { })).ShouldBeDataAsync("""{"c0":"sad"}""");
        await (await app.Admin.PatchAsync($"/fields/{things}/c0", new { type = "string", schema = new { } })).DataAsync();
        await (await app.Admin.GetAsync($"/items/{things}?fields=c0&filter[id][_eq]=1")).ShouldBeDataAsync("""[{"c0":"ok"}]""");
        Assert.Equal(types.Length + 1, fields.Count);
        await (await app.Admin.GetAsync("/schema/snapshot")).DataAsync();
    }

    private static async Task AskAsync(TestApp app, string path, string type)
    {
        var reply = await app.Admin.GetAsync(path);
        Assert.True((int)reply.StatusCode is 200 or 400 or 403, $"{type} {path}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
    }

    private static async Task<(string Things, (string Type, string Stored, string Json, object Written, object? Wrong)[] Types)> ThingsAsync(TestApp app)
    {
        var (database, mark) = ((FreshDatabase)app.Server.Database, TestApp.Mark());
        var known = (await database.QueryAsync("select name from pg_available_extensions")).Select(row => (string)row[0]!).ToHashSet();
        var types = Types.Concat(OfExtensions.Where(type => known.Contains(type.Type))).ToArray();
        foreach (var extension in types.Select(type => type.Type).Where(known.Contains))
            await database.QueryAsync($"create extension if not exists {extension}");
        // Types of its own, in a schema of its own: the names that casts and answers have for them are longer than one word.
        await database.QueryAsync($"""
            create schema s_{mark};
            create type s_{mark}.mood as enum ('sad', 'ok', 'happy');
            create domain s_{mark}.positive as integer check (value > 0);
            create domain s_{mark}.any_text as varchar(5);
            create domain s_{mark}.short_text as s_{mark}.any_text;
            """);
        var own = new[] { "mood", "positive", "short_text" };
        var columns = types.Select((type, i) =>
            $"c{i} {(own.Any(name => type.Type.StartsWith(name, StringComparison.Ordinal)) ? $"s_{mark}." : "")}{type.Type}");
        await database.QueryAsync($"create table t_{mark} (id serial primary key, {string.Join(", ", columns)})");
        await database.QueryAsync($"insert into t_{mark} ({string.Join(", ", types.Select((_, i) => $"c{i}"))}) values ({string.Join(", ", types.Select(type => type.Stored))})");
        await database.QueryAsync($"insert into t_{mark} (c0) values (null)");
        await app.CreateCollectionAsync(); // makes the server look again
        return ($"t_{mark}", types);
    }
}
