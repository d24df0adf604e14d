using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Bench.Model;

/// <summary>A user who may read the measured collections, by a rule for each of them that every row keeps: what access costs,
/// with the same answers.</summary>
internal static class RestrictedReader
{
    public const string Token = "bench-restricted-token";

    public static async Task CreateAsync(string url, string adminToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminToken);
        var policy = new
        {
            name = "bench",
            permissions = Rules()
            .Select(rule => new { collection = rule.Collection, action = "read", fields = new[] { "*" }, permissions = rule.Filter })
        };
        var user = new { email = "bench-restricted@example.com", token = Token, policies = new[] { new { policy } } };
        using var body = new StringContent(JsonSerializer.Serialize(user), Encoding.UTF8, "application/json");
        using var reply = await http.PostAsync("/users", body);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException($"/users: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
    }

    private static IEnumerable<(string Collection, object Filter)> Rules()
    {
        yield return (FlatItems.Name, new { views = new { _gte = 0 } });
        yield return (Library.Articles, new { views = new { _gte = 0 } });
        yield return (Library.Authors, new { country = new { _in = new[] { "NL", "DE" } } });
        yield return (Library.Comments, new { likes = new { _gte = 0 } });
        yield return (Library.ArticleTags, new { id = new { _gt = 0 } });
        yield return (Library.Tags, new { label = new { _nnull = true } });
    }
}
