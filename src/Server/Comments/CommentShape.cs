using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Comments;

/// <summary>What a comment has to tell, in the words and the order of Directus.</summary>
internal static class CommentShape
{
    public static void RequireNew(IEnumerable<JsonElement> comments)
    {
        foreach (var comment in comments)
        {
            if (comment.ValueKind != JsonValueKind.Object) continue;
            foreach (var name in (ReadOnlySpan<string>)["comment", "collection", "item"])
                if (IsMissing(comment, name)) throw DirectusException.InvalidPayload($"\"{name}\" is required");
            if (comment.GetProperty("comment").ValueKind != JsonValueKind.String)
                throw DirectusException.InvalidPayload("\"comment\" must be a string");
        }
    }

    private static bool IsMissing(JsonElement comment, string name) => !comment.TryGetProperty(name, out var value)
        || value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString() is "");
}
