namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>Somebody with an account at the identity provider, and what the provider gets wrong about them.</summary>
internal sealed record Persona(string Subject)
{
    public string? Email { get; init; } = $"{Subject}@people.example.com";

    public bool Verified { get; init; } = true;

    public string GivenName { get; init; } = "Ada";

    public string FamilyName { get; init; } = "Lovelace";

    public string[] Groups { get; init; } = [];

    public Fault Fault { get; init; }

    public static Persona New() => new($"{Guid.NewGuid():N}"[..16]);
}
