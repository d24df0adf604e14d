using System.Globalization;
using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>The collections and callers that the table of access names.</summary>
internal sealed class AccessTableWorld
{
    private static readonly HttpMethod Search = new("SEARCH");

    // System collections that REST has no routes for, or not for their items.
    private static readonly HashSet<string> Closed =
        ["collections", "fields", "relations", "sessions", "migrations", "extensions", "deployments", "deployment_projects", "deployment_runs"];

    // Those whose rows are made by the server, or by hand here, and the column of their keys.
    private static readonly Dictionary<string, string> Stored = new()
    {
        ["settings"] = "id", ["activity"] = "id", ["revisions"] = "id", ["flows"] = "id",
        ["operations"] = "id",
        ["collections"] = "collection", ["fields"] = "id", ["relations"] = "id", ["sessions"] = "token", ["migrations"] = "version",
        ["extensions"] = "id", ["deployments"] = "id", ["deployment_projects"] = "id", ["deployment_runs"] = "id",
    };

    private static readonly Dictionary<string, string> OldNames = new()
    {
        ["users"] = "directus_users", ["files"] = "directus_files", ["roles"] = "directus_groups", ["activity"] = "directus_activity",
    };

    private readonly TestApp _app;
    private string _policy = "";
    private string _dashboard = "";
    private readonly Dictionary<string, string> _keys = new() { ["open"] = "1", ["closed"] = "1", ["part"] = "1", ["shared"] = "1" };
    private string _member = "";

    private AccessTableWorld(TestApp app) => _app = app;

    public Dictionary<string, TestClient> Callers { get; } = [];

    public static async Task<AccessTableWorld> CreateAsync(TestApp app)
    {
        var world = new AccessTableWorld(app);
        await world.CreateCollectionsAsync();
        await world.CreateCallersAsync();
        await world.StoreRowsAsync();
        return world;
    }

    /// <summary>Each action on that collection.</summary>
    public IEnumerable<AccessAttempt> Attempts(string target)
    {
        var system = target is not ("open" or "closed" or "part" or "shared" or "missing" or "directus_missing");
        return Actions(target, system).Select(attempt => attempt with { GraphQLPath = system ? GraphQLCalls.System : GraphQLCalls.Items });
    }

    private IEnumerable<AccessAttempt> Actions(string target, bool system)
    {
        var collection = system ? $"directus_{target}" : target;
        var path = system && !Closed.Contains(target) ? $"/{target}" : $"/items/{collection}";
        var (change, graph) = (Change(target), new GraphQLAttempts(target));
        // API v1.1 knows the tables of the project, and some of the system's by their old names.
        var (old, rows) = (!system, $"{OldNames.GetValueOrDefault(target, target)}/rows");
        var known = old || OldNames.ContainsKey(target);
        var query = new
        {
            filter = new
            {
                id = new
                {
                    _in = Array.Empty<string>().Append("00000000-0000-4000-8000-000000000000")
            .Where(_ => Uuid(target)).DefaultIfEmpty("0")
                }
            }
        };
        yield return new('l', _ => (HttpMethod.Get, path, null), _ => ("ItemsService/ListItems", new { collection }))
        {
            GraphQL = _ => graph.List, Old = known ? _ => (HttpMethod.Get, rows, null) : null,
        };
        if (target == "settings")
        {
            foreach (var attempt in OnlyOne(collection, path, graph)) yield return attempt;
            yield break;
        }

        yield return new('l', _ => (Search, path, new { query = new { limit = 1 } }),
            _ => ("ItemsService/ListItems", new { collection, keys = new[] { Uuid(target) ? Guid.Empty.ToString() : "0" } }));
        yield return new('g',
            key => (HttpMethod.Get, $"{path}/{key}", null), key => ("ItemsService/GetItem", new { collection, key }))
        { GraphQL = graph.Get, Old = known ? key => (HttpMethod.Get, $"{rows}/{key}", null) : null };
        yield return new('a', _ => (HttpMethod.Get, $"{path}?aggregate[count]=*", null), _ => ("ItemsService/Aggregate",
            new { collection, aggregates = new[] { new { function = "AGGREGATE_FUNCTION_COUNT" } } }))
        { GraphQL = _ => graph.Count };
        yield return new('a', _ => (HttpMethod.Get, $"{path}?groupBy=id", null),
            _ => ("ItemsService/Aggregate", new { collection, groupBy = new[] { "id" } }))
        { GraphQL = _ => graph.Group };
        yield return new('c', _ => (HttpMethod.Post, path, Item(target)),
            _ => ("ItemsService/CreateItems", new { collection, items = new[] { Item(target) } }))
        { GraphQL = _ => graph.Create(Item(target)), Old = old ? _ => (HttpMethod.Post, rows, Item(target)) : null };
        yield return new('u', key => (HttpMethod.Patch, $"{path}/{key}", change),
            key => ("ItemsService/UpdateItem", new { collection, key, data = change }))
        { GraphQL = key => graph.Update(key, change), Old = old ? key => (HttpMethod.Put, $"{rows}/{key}", change) : null };
        yield return new('u', key => (HttpMethod.Patch, path, new { keys = new[] { key }, data = change }), key =>
            ("ItemsService/UpdateItems", new { collection, keys = new[] { key }, data = change }))
        { GraphQL = key => graph.UpdateMany(key, change) };
        yield return new('q', _ => (HttpMethod.Patch, path, new { query, data = change }),
            _ => ("ItemsService/UpdateItems", new { collection, where = query, data = change }));
        yield return new('d', key =>
            (HttpMethod.Delete, $"{path}/{key}", null), key => ("ItemsService/DeleteItem", new { collection, key }))
        { GraphQL = graph.Delete, Old = old ? key => (HttpMethod.Delete, $"{rows}/{key}", null) : null };
        yield return new('d', key => (HttpMethod.Delete, path, new[] { key }),
            key => ("ItemsService/DeleteItems", new { collection, keys = new[] { key } }))
        { GraphQL = graph.DeleteMany };
        yield return new('e', _ => (HttpMethod.Delete, path, new { query }), _ => ("ItemsService/DeleteItems", new { collection, where = query }));
        if (system || target.EndsWith("missing", StringComparison.Ordinal)) yield break;
        var nested = new { title = "n", parent = new { name = "within" } };
        yield return new('n', key => (HttpMethod.Patch, $"{path}/{key}", nested),
            key => ("ItemsService/UpdateItem", new { collection, key, data = nested }))
        { GraphQL = key => graph.Update(key, nested), Old = old ? key => (HttpMethod.Put, $"{rows}/{key}", nested) : null };
    }

    // What there is one of is written without a key, and has no others.
    private static IEnumerable<AccessAttempt> OnlyOne(string collection, string path, GraphQLAttempts graph)
    {
        var change = new { project_name = "c" };
        yield return new('a', _ => (HttpMethod.Get, $"{path}?aggregate[count]=*", null),
            _ => ("ItemsService/Aggregate", new { collection, aggregates = new[] { new { function = "AGGREGATE_FUNCTION_COUNT" } } }));
        yield return new('g',
            _ => (HttpMethod.Get, $"{path}/1", null), _ => ("ItemsService/GetItem", new { collection, key = "1" }))
        { GraphQL = _ => graph.Get("1") };
        yield return new('u', _ => (HttpMethod.Patch, path, change),
            _ => ("ItemsService/UpdateItems", new { collection, data = change }))
        { GraphQL = _ => graph.UpdateOnly(change) };
        yield return new('c', _ => (HttpMethod.Post, path, change),
            _ => ("ItemsService/CreateItems", new { collection, items = new[] { change } }))
        { GraphQL = _ => graph.Create(change) };
        yield return new('d', _ => (HttpMethod.Delete, $"{path}/1", null),
            _ => ("ItemsService/DeleteItem", new { collection, key = "1" }))
        { GraphQL = _ => graph.Delete("1") };
        yield return new('d', _ => (HttpMethod.Delete, path, new[] { 1 }),
            _ => ("ItemsService/DeleteItems", new { collection, keys = new[] { "1" } }))
        { GraphQL = _ => graph.DeleteMany("1") };
    }

    /// <summary>Key of an item there; a new one for who uses it up.</summary>
    public async Task<string> KeyAsync(string target, bool fresh)
    {
        if (fresh) return await CreateAsync(target);
        return _keys.TryGetValue(target, out var known) ? known : _keys[target] = await CreateAsync(target);
    }

    private async Task<string> CreateAsync(string target) => target switch
    {
        "missing" or "directus_missing" => "1",
        "open" or "closed" or "part" or "shared" => await _app.CreateAsync($"/items/{target}", Item(target)),
        // A user of the app has only their own.
        "comments" => (await (await Callers["app"].PostAsync("/comments", Item(target))).DataAsync())!["id"]!.ToString(),
        _ when Stored.TryGetValue(target, out var column) => await StoredAsync(target, column),
        _ => await _app.CreateAsync($"/{target}", Item(target)),
    };

    private async Task<string> StoredAsync(string target, string column)
    {
        var rows = await _app.Server.Database.QueryAsync($"select \"{column}\" from directus_{target} order by 1 limit 1");
        return rows is [[{ } key]] ? Convert.ToString(key, CultureInfo.InvariantCulture)! : "1";
    }

    private static bool Uuid(string target) =>
        target is "files" or "shares" or "comments" or "versions" or "flows" or "operations" or "users" or "roles" or "policies" or "access" or "folders" or "dashboards" or "panels" or "translations";

    private object Item(string target)
    {
        var mark = $"t{Guid.NewGuid():N}"[..12];
        return target switch
        {
            "users" => new { email = $"{mark}@example.com" },
            "permissions" => new { policy = _policy, collection = "closed", action = "share" },
            "access" => new { policy = _policy, user = (string?)null, role = "00000000-0000-4000-8000-0000000ace55" },
            "presets" => new { collection = "open", user = _member },
            "notifications" => new { recipient = _member, subject = mark },
            "panels" => new { dashboard = _dashboard, type = "label", position_x = 1, position_y = 1, width = 1, height = 1 },
            "translations" => new { key = mark, language = "en-US", value = "x" },
            "files" => new { type = "text/plain", storage = "local", filename_download = mark },
            "shares" => new { collection = "shared", item = "1", name = mark },
            "comments" => new { collection = "open", item = "1", comment = mark },
            "versions" => new { collection = "open", item = "1", key = mark },
            "roles" or "policies" or "folders" or "dashboards" => new { name = mark },
            _ => new { title = mark },
        };
    }

    private static object Change(string target) => target switch
    {
        "users" => new { title = "c" },
        "permissions" => new { fields = new[] { "id" } },
        "access" => new { sort = 3 },
        "presets" => new { bookmark = "c" },
        "comments" => new { comment = "c" },
        "notifications" => new { status = "archived" },
        "panels" => new { width = 3 },
        "translations" => new { value = "c" },
        "roles" or "policies" or "folders" or "dashboards" or "shares" or "versions" => new { name = "c" },
        _ => new { title = "c" },
    };

    private async Task CreateCollectionsAsync()
    {
        object key = new { field = "id", type = "integer", meta = new { }, schema = new { is_primary_key = true, has_auto_increment = true } };
        await _app.CreateCollectionAsync("parents", [key, new { field = "name", type = "string", meta = new { }, schema = new { } }]);
        foreach (var name in (string[])["open", "closed", "part", "shared"])
        {
            await _app.CreateCollectionAsync(name, [key, new { field = "title", type = "string", meta = new { }, schema = new { } },
                new { field = "parent", type = "integer", meta = new { }, schema = new { } }]);
            await (await _app.Admin.PostAsync("/relations", new
            {
                collection = name,
                field = "parent",
                related_collection = "parents",
                meta = new { },
                schema = new { on_delete = "SET NULL" }
            })).DataAsync();
            await _app.CreateAsync($"/items/{name}", new { title = "first" });
        }

        await _app.CreateAsync("/roles", new { id = "00000000-0000-4000-8000-0000000ace55", name = "r" });
        await (await _app.Admin.PatchAsync("/collections/open", new { meta = new { versioning = true } })).DataAsync();
        _policy = await _app.CreateAsync("/policies", new { name = "p" });
        _dashboard = await _app.CreateAsync("/dashboards", new { name = "d" });
    }

    private async Task CreateCallersAsync()
    {
        var open = new { collection = "open", action = "read", fields = new[] { "*" }, permissions = new { } };
        var everyone = await _app.CreateAsync("/policies", new { name = "everyone", permissions = new[] { open } });
        await _app.CreateAsync("/access", new { policy = everyone });
        Callers["nobody"] = _app.Anonymous;
        Callers["nothing"] = (await Member.CreateAsync(_app, [])).Client;
        Callers["some"] = (await Member.CreateAsync(_app,
        [
            .. new[] { "create", "read", "update", "delete" }.Select(action =>
                (object)new { collection = "part", action, fields = new[] { "*" }, permissions = new { } }),
        ])).Client;
        var member = await Member.CreateAsync(_app, [], appAccess: true);
        (_member, Callers["app"]) = (member.Id, member.Client);
        Callers["admin"] = _app.Admin;
        var reads = new { collection = "shared", action = "read", fields = new[] { "*" }, permissions = new { } };
        var policy = await _app.CreateAsync("/policies", new { name = "receivers", permissions = new object[] { reads, open } });
        var role = await _app.CreateAsync("/roles", new { name = "receivers", policies = new[] { new { policy } } });
        var share = await _app.CreateAsync("/shares", new { collection = "shared", item = "1", role, name = "s" });
        Callers["share"] = _app.Client((string)(await (await _app.Anonymous.PostAsync("/shares/auth", new { share })).DataAsync())!["access_token"]!);
    }

    // No service writes them yet.
    private async Task StoreRowsAsync()
    {
        var key = Guid.NewGuid();
        foreach (var row in (string[])
        [
            $"directus_flows (id, name) values ('{key}', 'f')",
            $"directus_operations (id, key, type, position_x, position_y, flow) values ('{key}', 'o', 'log', 1, 1, '{key}')",
        ]) await _app.Server.Database.QueryAsync($"insert into {row}");
    }
}
