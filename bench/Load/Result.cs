namespace Directus.Grpc.Bench.Load;

/// <summary>The median of a target's rounds.</summary>
internal sealed record Result(Scenario Scenario, Target Target, Sample Median);
