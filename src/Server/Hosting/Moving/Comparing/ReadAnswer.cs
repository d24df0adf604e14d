namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>What a server has answered to a read; headers do not count.</summary>
internal sealed record ReadAnswer(int Status, ReadOnlyMemory<byte> Body);
