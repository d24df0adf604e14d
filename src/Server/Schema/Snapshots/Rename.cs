using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>A collection, or a field of it, that keeps its data under another name.</summary>
/// <param name="Field">The field, by its old name; null when the collection itself is renamed.</param>
internal sealed record Rename(string Collection, string? Field, string To)
{
    /// <summary>Reads `old:new` and `collection.old:new`.</summary>
    public static Rename Parse(string text)
    {
        if (text.Split(':') is not [{ Length: > 0 } from, { Length: > 0 } to])
        {
            throw DirectusException.InvalidQuery("\"rename\" must be written as collection:name or collection.field:name");
        }

        var dot = from.IndexOf('.');
        return dot < 0 ? new Rename(from, null, to) : new Rename(from[..dot], from[(dot + 1)..], to);
    }
}
