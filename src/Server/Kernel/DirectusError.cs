namespace Directus.Grpc.Server.Kernel;

/// <summary>One refusal: its code, a sentence for people and details for programs.</summary>
/// <param name="Code">Entry of the catalogue.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Extensions">Details by name, as `extensions` of the REST envelope prints them; without the code.</param>
public sealed record DirectusError(ErrorCode Code, string Message, IReadOnlyDictionary<string, object?> Extensions)
{
    public DirectusError(ErrorCode code, string? reason = null)
        : this(code, reason is null ? code.Meaning : $"{code.Meaning.TrimEnd('.')}. {reason}.",
            reason is null ? None : new Dictionary<string, object?> { ["reason"] = reason })
    {
    }

    /// <summary>For a refusal that holds for a while only: how long.</summary>
    public TimeSpan? RetryAfter { get; init; }

    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();
}
