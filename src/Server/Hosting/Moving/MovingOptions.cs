namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>The server that this one takes the place of, as long as both are there.</summary>
internal sealed class MovingOptions
{
    public const string Section = "Moving";
    public const string FallbackName = "FALLBACK_URL";

    /// <summary>FALLBACK_URL: who answers what there is no route for.</summary>
    public string? FallbackUrl { get; set; }

    /// <summary>Refuses addresses that lead back here.</summary>
    public void Check(ListenOptions listen)
    {
        if (FallbackUrl is { } fallback) Check(FallbackName, fallback, listen);
    }

    private static void Check(string name, string address, ListenOptions listen)
    {
        var other = new Uri(address);
        var own = other.IsLoopback && (other.Port == listen.Port || other.Port == listen.GrpcPort);
        if (own || IsBelow(other, listen.PublicAddress.Of("")))
            throw new ConfigurationException($"{name} has to be another server than this one.");
    }

    private static bool IsBelow(Uri address, string known) => Uri.TryCreate(known, UriKind.Absolute, out var own)
        && own.Authority == address.Authority && own.AbsolutePath.TrimEnd('/') == address.AbsolutePath.TrimEnd('/');
}
