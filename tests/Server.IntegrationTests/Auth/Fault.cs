namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>What an identity provider, or whoever stands in between, may do wrong.</summary>
public enum Fault
{
    None,
    OtherNonce,
    NoNonce,
    OtherAudience,
    OtherIssuer,
    Expired,
    FutureToken,
    OtherKey,
    ClientSecretAsKey,
    NoSignature,
    OtherAccessToken,
    OtherSubjectInProfile,
    NoIdToken,
    AccessDenied,
    OtherIssuerInAnswer,
    BrokenTokenEndpoint,
}
