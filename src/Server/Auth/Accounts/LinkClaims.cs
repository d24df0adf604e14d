namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>What a mailed link says: whose it is, and a mark of the account as it was.</summary>
internal sealed record LinkClaims(Guid User, string Mark);
