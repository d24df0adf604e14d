using System.Collections.Concurrent;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>Names for what was forwarded, as metrics count it: the first step of a path, if the other server knows it. There are few,
/// whatever callers ask for.</summary>
internal sealed class ForwardedRoutes
{
    public const string Other = "other";

    private const int Most = 64;
    private const int Longest = 64;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <param name="path">What was asked for.</param>
    /// <param name="exists">Whether the other server has shown that there is something.</param>
    public string Name(string path, bool exists)
    {
        var step = path.TrimStart('/').Split('/', 2)[0];
        if (_known.TryGetValue(step, out var name)) return name;
        if (!exists || _known.Count >= Most || step.Length > Longest) return Other;
        return _known.GetOrAdd(step, path.Length > step.Length + 1 ? $"/{step}/*" : $"/{step}");
    }
}
