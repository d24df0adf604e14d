using System.Globalization;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>How many queries, of which seed. PROPERTY_SEED and PROPERTY_COUNT explore further; PROPERTY_URL with
/// PROPERTY_TOKEN asks another server instead, to see whether it agrees with the evaluator.</summary>
internal sealed record Exploration(int Seed, int Count, Uri? Url, string? Token)
{
    public static Exploration FromEnvironment() => new(Number("PROPERTY_SEED", 11), Number("PROPERTY_COUNT", 400),
        Environment.GetEnvironmentVariable("PROPERTY_URL") is { Length: > 0 } url
            ? new Uri(url)
            : null, Environment.GetEnvironmentVariable("PROPERTY_TOKEN"));

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
