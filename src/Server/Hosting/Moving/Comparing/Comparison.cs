namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>A read that was answered here and is to be asked there.</summary>
internal sealed record Comparison(ReadCall Call, ReadAnswer Answer, string Route);
