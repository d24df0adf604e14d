using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Access;

/// <summary>A user with a policy of its own, known by a static token.</summary>
internal sealed record Member(string Id, TestClient Client)
{
    public static async Task<Member> CreateAsync(TestApp app, object[] permissions, bool appAccess = false, string? title = null)
    {
        var mark = $"{Guid.NewGuid():N}"[..12];
        var policy = await app.CreateAsync("/policies", new { name = $"policy {mark}", app_access = appAccess, permissions });
        var id = await app.CreateAsync("/users", new
        {
            email = $"member-{mark}@example.com",
            token = $"token-{mark}",
            title,
            location = "hidden",
            policies = new[] { new { policy } },
        });
        return new Member(id, app.Client($"token-{mark}"));
    }
}
