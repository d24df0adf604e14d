namespace Directus.Grpc.Server.Files.Assets;

/// <summary>A content that somebody may read, opened.</summary>
/// <param name="ModifiedOn">When the file that it is of was last changed.</param>
/// <param name="Content">The content, seekable.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">A tag that changes with it, quoted.</param>
internal sealed record Asset(DateTimeOffset ModifiedOn, Stream Content, string Type, string Tag) : IAsyncDisposable
{
    /// <summary>Its name, as far as the caller may know it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it was asked for as something made of the file: then it comes whole.</summary>
    public bool IsTransformed { get; init; }

    /// <summary>Whether everybody may see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether other callers get it in another format, by what they accept.</summary>
    public bool IsNegotiated { get; init; }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
