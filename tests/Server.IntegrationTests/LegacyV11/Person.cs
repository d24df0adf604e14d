using System.Globalization;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>A user of the app with few rights, and the old client that they use.</summary>
internal sealed record Person(string Id, string Email, string Password, OldClient Client, TestClient Modern) : IDisposable
{
    /// <summary>The number by which old clients know the user.</summary>
    public long Number => NumberOf(Id);

    public static async Task<Person> CreateAsync(TestApp app, string? role = null, params May[] rights)
    {
        var mark = TestApp.Mark();
        var (email, password) = ($"person-{mark}@example.com", $"password-{mark}");
        var permissions = rights.Select(right => new
        {
            collection = right.Collection,
            action = right.Action,
            fields = right.Fields,
            permissions = right.Rule,
        });
        var id = await app.CreateAsync("/users", new
        {
            email,
            password,
            token = mark,
            role,
            policies = new[] { new { policy = new { name = mark, app_access = true, permissions = new { create = permissions } } } },
        });
        return new Person(id, email, password, new OldClient(app.Server, mark), app.Client(mark));
    }

    /// <summary>The first twelve digits of a uuid.</summary>
    public static long NumberOf(string id) =>
        long.Parse(id.Replace("-", "", StringComparison.Ordinal).AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public void Dispose() => Client.Dispose();
}
