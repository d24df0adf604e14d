using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A refused call has changed nothing: neither a row nor a file, by any way to write. Guards against GHSA-p623-wgx3-wxp8
/// (clean-up before the check), GHSA-6hpw-rhhq-6xq3 (writes before the check) and CVE-2021-26593 (rights of others).</summary>
public sealed class RefusedCallTests
{
    [Theory, EachDatabase]
    public async Task What_is_refused_has_changed_nothing(TestDatabase database)
    {
        var storage = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["STORAGE_LOCAL_ROOT"] = storage.FullName });
        await using var app = await TestApp.OnAsync(server);
        var (calls, share) = await CallsAsync(app);
        var callers = new Dictionary<string, TestClient>
        {
            ["nobody"] = app.Anonymous,
            ["a user without rights"] = (await Member.CreateAsync(app, [])).Client,
            ["a user of the app"] = (await Member.CreateAsync(app, [], appAccess: true)).Client,
            ["the receiver of a share"] = app.Client((string)(await (await app.Anonymous.PostAsync("/shares/auth", new { share }))
                .DataAsync())!["access_token"]!),
        };
        await using var fingerprint = await Fingerprint.OfAsync(server.Database, storage.FullName);
        var failures = new List<string>();

        var before = await fingerprint.TakeAsync();
        foreach (var call in calls)
        {
            foreach (var (name, client) in callers)
            {
                // Users of the app have presets and notifications: of theirs, which there are none of, they may change all.
                if (name == "a user of the app" && call.ByQuery) continue;
                if (await call.NotRefusedAsync(client) is { } answer) failures.Add($"{name}: {call}: {answer}");
            }

            var after = await fingerprint.TakeAsync();
            failures.AddRange(after.Except(before).Select(line => $"{call} changed {line.Key}"));
            before = after;
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Empty(Rpcs.Writing.Except(calls.Select(call => call.Rpc)));
    }

    private static async Task<(List<WriteCall> Calls, string Share)> CallsAsync(TestApp app)
    {
        var things = await app.CreateCollectionAsync("title", "other:uuid");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        var role = await app.CreateRoleAsync();
        var user = await app.CreateAsync("/users", new { email = "b-victim@example.com", password = "d1r3ct5us", role });
        var policy = await app.CreateAsync("/policies", new { name = "b" });
        var permission = await app.CreateAsync("/permissions", new { policy, collection = things, action = "delete" });
        var attachment = await app.CreateAsync("/access", new { policy, role });
        var notification = await app.CreateAsync("/notifications", new { recipient = user, subject = "b" });
        var dashboard = await app.CreateAsync("/dashboards", new { name = "b" });
        var panelItem = new { dashboard, type = "label", position_x = 1, position_y = 1, width = 1, height = 1 };
        var panel = await app.CreateAsync("/panels", panelItem);
        var preset = await app.CreateAsync("/presets", new { collection = things, user });
        var folder = await app.CreateAsync("/folders", new { name = "b" });
        var file = await app.CreateAsync("/files", new { type = "text/plain", filename_download = "b.txt", storage = "local" });
        var translation = await app.CreateAsync("/translations", new { key = "b", language = "en-US", value = "b" });
        var shareItem = new { collection = things, item = "1", name = "s" };
        // A role of the share's receiver that may nothing; and a password, so that a wrong one is refused.
        var share = await app.CreateAsync("/shares", shareItem);
        var locked = await app.CreateAsync("/shares", new { collection = things, item = "1", name = "s", password = "secret" });
        await (await app.Admin.PatchAsync($"/collections/{things}", new { meta = new { versioning = true } })).DataAsync();
        var made = new { key = "b", collection = things, item = "1" };
        var version = await app.CreateAsync("/versions", made);
        await (await app.Admin.PostAsync($"/versions/{version}/save", new { title = "saved" })).DataAsync();
        var hash = (await (await app.Admin.GetAsync($"/versions/{version}/compare")).DataAsync())!["mainHash"]!.ToString();
        var revision = (await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={things}&sort=id")).DataAsync())![0]!["id"]!.ToString();
        var comment = await app.CreateAsync("/comments", new { collection = things, item = "1", comment = "a" });
        List<WriteCall> calls =
        [
            .. WriteCalls.OfItems(things, $"/items/{things}", "1", new { title = "b" }, new { title = "c" }),
            .. WriteCalls.OfItems("directus_users", "/users", user, new { email = "b-other@example.com" }, new { title = "c", status = "suspended" }),
            .. WriteCalls.OfItems("directus_roles", "/roles", role, new { name = "b" }, new { name = "c" }),
            .. WriteCalls.OfItems("directus_policies", "/policies", policy, new { name = "b", admin_access = true }, new { admin_access = true }),
            .. WriteCalls.OfItems("directus_permissions", "/permissions", permission, new { policy, collection = things, action = "read" },
                new { action = "update" }),
            .. WriteCalls.OfItems("directus_access", "/access", attachment, new { policy, user }, new { user }),
            .. WriteCalls.OfItems("directus_notifications", "/notifications", notification, new { recipient = user, subject = "b" },
                new { status = "archived" }),
            .. WriteCalls.OfItems("directus_dashboards", "/dashboards", dashboard, new { name = "b" }, new { name = "c" }),
            .. WriteCalls.OfItems("directus_panels", "/panels", panel, panelItem, new { width = 7 }),
            .. WriteCalls.OfItems("directus_folders", "/folders", folder, new { name = "b" }, new { name = "c" }),
            .. WriteCalls.OfItems("directus_translations", "/translations", translation, new { key = "b2", language = "en-US", value = "b" },
                new { value = "c" }),
            .. WriteCalls.OfItems("directus_presets", "/presets", preset, new { collection = things, user },
                new { user = (string?)null, bookmark = "c" })
                .Select(call => call with { Codes = [.. call.Codes, "FAILED_VALIDATION"] }),
            .. WriteCalls.OfItems("directus_shares", null, share, shareItem, new { name = "c" }),
            .. WriteCalls.OfItems("directus_settings", null, "1", new { project_name = "b" }, new { project_name = "c" })
                .Select(call => call with { Codes = [.. call.Codes, "INVALID_PAYLOAD"] }),
            .. new[] { "activity", "revisions", "sessions", "collections", "fields", "relations", "files", "flows", "operations",
                "extensions", "no_such" }
                .SelectMany(name => WriteCalls.OfItems($"directus_{name}", $"/items/directus_{name}", "1", new { id = 1 }, new { id = 2 })
                    .Where(call => call.Body is not Array)),
            new("ItemsService/UpdateItems", new { collection = "directus_settings", data = new { project_name = "c" } }) { Method = HttpMethod.Patch,
                Path = "/settings", Body = new { project_name = "c" } },
            .. WriteCalls.OfFiles(file, folder), .. WriteCalls.OfSchema(things, "other"), .. WriteCalls.OfShares(locked, shareItem),
                .. WriteCalls.OfAccounts(user, role),
            .. WriteCalls.OfItems("directus_versions", "/versions", version, new { key = "c", collection = things, item = "1" }, new { name = "c" }),
            .. WriteCalls.OfMessages("Version", version, new { key = "d", collection = things, item = "1" }, new { name = "c" }),
            .. WriteCalls.OfHistory(version, hash, revision),
            .. WriteCalls.OfItems("directus_comments", "/comments", comment, new { collection = things, item = "1", comment = "b" },
                new { comment = "c" }),
            .. WriteCalls.OfMessages("Comment", comment, new { collection = things, item = "1", comment = "b" }, new { comment = "c" }),
            .. WriteCalls.OfMessages("Notification", notification, new { recipient = user, subject = "b" }, new { status = "archived" }),
            .. WriteCalls.OfMessages("Folder", folder, new { name = "b" }, new { name = "c" }),
            .. WriteCalls.OfMessages("Translation", translation, new { key = "b2", language = "en-US", value = "b" }, new { value = "c" }),
            .. WriteCalls.OfMessages("Preset", preset, new { collection = things, user }, new { bookmark = "c" })
                .Select(call => call with { Codes = [.. call.Codes, "FAILED_VALIDATION"] }),
            .. WriteCalls.OfMessages("Dashboard", dashboard, new { name = "b" }, new { name = "c" }), .. WriteCalls.OfTools(),
                .. WriteCalls.OfProject(),
            .. WriteCalls.OfMany(things), .. OldWriteCalls.Of(things, user, role, file, notification),
        ];
        return (calls, share);
    }
}
