namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>The mark on what this server asks the other one: who is asked so asks nobody else, or two servers would ask each other for
/// ever.</summary>
internal static class Hop
{
    private const string Name = "X-Directus-Grpc-Hop";

    public static bool IsMarked(HttpContext http) => http.Request.Headers.ContainsKey(Name);

    public static void Mark(HttpRequestMessage request)
    {
        request.Headers.Remove(Name);
        request.Headers.TryAddWithoutValidation(Name, "1");
    }
}
