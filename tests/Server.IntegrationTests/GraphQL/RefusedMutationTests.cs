using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.Server.IntegrationTests.Security;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>A refused mutation has changed nothing, of items or of the system.</summary>
public sealed class RefusedMutationTests
{
    [Theory, EachDatabase]
    public async Task What_is_refused_has_changed_nothing(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        await app.CreateCollectionAsync("things",
            [new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } }]);
        await app.CreateAsync("/items/things", new { id = 1 });
        var victim = await app.CreateAsync("/users", new { email = "victim@example.com" });
        var role = await app.CreateRoleAsync();
        TestClient[] callers = [app.Anonymous, (await Member.CreateAsync(app, [])).Client,
            (await Member.CreateAsync(app, [], appAccess: true)).Client];
        await using var fingerprint = await Fingerprint.OfAsync(server.Database);
        var before = await fingerprint.TakeAsync();

        foreach (var caller in callers)
        {
            foreach (var mutation in (string[])["create_things_item(data: {}) { id }", "delete_things_items(ids: [1]) { ids }",
                "update_things_item(id: 1, data: { id: 2 }) { id }"])
                Assert.Equal("GRAPHQL_VALIDATION", await caller.RefusalAsync($"mutation {{ {mutation} }}"));
            foreach (var mutation in OfSystem(victim, role))
                Assert.NotNull(await caller.RefusalAsync($"mutation {{ {mutation} }}", GraphQLCalls.System));
        }

        Assert.Equal(before, await fingerprint.TakeAsync());
    }

    private static IEnumerable<string> OfSystem(string victim, string role) =>
    [
        $"update_users_item(id: \"{victim}\", data: {{ title: \"x\" }}) {{ id }}",
        $"delete_users_item(id: \"{victim}\") {{ id }}",
        "create_users_item(data: { email: \"new@example.com\" }) { id }",
        "update_users_me(data: { status: \"suspended\" }) { id }",
        $"update_users_me(data: {{ role: {{ id: \"{role}\" }} }}) {{ id }}",
        "create_policies_item(data: { name: \"x\", admin_access: true, app_access: true, enforce_tfa: false }) { id }",
        "update_settings(data: { project_name: \"x\" }) { project_name }",
        "create_collections_item(data: { collection: \"x\" }) { collection }",
        "update_collections_item(collection: \"things\", data: { meta: { note: \"x\" } }) { collection }",
        "delete_collections_item(collection: \"things\") { collection }",
        "create_fields_item(collection: \"things\", data: { field: \"x\", type: \"string\" }) { field }",
        "delete_fields_item(collection: \"things\", field: \"id\") { field }",
        "create_relations_item(data: { collection: \"things\", field: \"id\", related_collection: \"directus_users\" }) { field }",
        $"users_invite(email: \"x@example.com\", role: \"{role}\")",
        "users_invite_accept(token: \"x\", password: \"password-1\")",
        "users_register(email: \"x@example.com\", password: \"password-1\")",
        "users_me_tfa_generate(password: \"wrong\") { secret }",
        "users_me_tfa_enable(otp: \"000000\", secret: \"JBSWY3DPEHPK3PXP\")",
        "auth_password_reset(token: \"x\", password: \"password-1\")",
        "auth_logout",
    ];
}
