namespace Directus.Grpc.Compatibility.Replay;

/// <summary>What a step came to; without a problem the answer was the recorded one.</summary>
internal sealed record Verdict(Step Step, string? Problem);
