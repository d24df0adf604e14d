using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>The condition that a write of one item carries: `If-Match` over REST, `if_match` over gRPC, written alike.</summary>
internal static class ItemConditions
{
    // Each tag costs a read.
    private const int MaxTags = 20;

    /// <summary>The condition; null when there is none.</summary>
    public static ItemCondition? Of(HttpCall? http, string ifMatch)
    {
        if (http is null) return ifMatch.Length == 0 ? null : Parse([ifMatch]);
        return http.Http.Request.Headers.IfMatch is { Count: > 0 } header ? Parse([.. header.Select(line => line ?? "")]) : null;
    }

    /// <summary>Refuses a condition where several items are written: it would be taken to hold when nobody looked.</summary>
    public static void RequireNone(HttpCall? http)
    {
        if (http?.Http.Request.Headers.IfMatch.Count > 0) throw NotHere();
    }

    public static DirectusException NotHere() =>
        DirectusException.InvalidQuery("\"If-Match\" applies to the update or deletion of one item by its key");

    // What is no tag matches nothing, and neither does a weak one.
    private static ItemCondition Parse(IList<string> lines)
    {
        if (!EntityTagHeaderValue.TryParseStrictList(lines, out var tags)) return new ItemCondition([]);
        if (tags.Count > MaxTags) throw DirectusException.InvalidQuery($"\"If-Match\" has more than {MaxTags} tags");
        return tags.Contains(EntityTagHeaderValue.Any)
            ? new ItemCondition(tags.Count == 1 ? null : [])
            : new ItemCondition([.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString()).Distinct()]);
    }
}
