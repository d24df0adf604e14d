namespace Directus.Grpc.Server.Comments;

/// <summary>A comment that names users.</summary>
/// <param name="Collection">Collection of the item that it is about.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Text">What is said.</param>
/// <param name="Mentioned">Keys of the users.</param>
internal sealed record MentioningComment(string Collection, string Item, string Text, IReadOnlyList<Guid> Mentioned);
