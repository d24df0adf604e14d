namespace Directus.Grpc.Server.Items;

/// <summary>The item after a change and what was changed of it, as JSON; null for nothing to tell.</summary>
public sealed record ItemRevision(byte[]? Data, byte[]? Delta);
