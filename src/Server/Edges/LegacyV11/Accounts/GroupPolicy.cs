using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>The policy that is a group's own: the one that is attached to its role and to nothing else. What others share is not its to
/// change.</summary>
/// <param name="Attachment">Key of the attachment (directus_access).</param>
/// <param name="Policy">The policy.</param>
internal sealed record GroupPolicy(string Attachment, JsonElement Policy)
{
    /// <summary>How often a policy is attached, to whatever.</summary>
    public static readonly FieldSelection Uses = new(new FieldPath("roles", FieldFunctions.Count.Name), []);

    /// <summary>What of a role is read to find it; the named fields of the policy with it.</summary>
    public static FieldSelection Reads(params ReadOnlySpan<string> fields) =>
        Selection("policies",
            [Selection("id"), Selection("policy", [Selection("id"), Uses, .. Selections(fields)])]);

    /// <summary>Key of the policy.</summary>
    public string Id => Policy.GetProperty("id").GetString()!;

    /// <summary>The group's own among the attachments of a role; of several the first. Null for none.</summary>
    public static GroupPolicy? Of(JsonElement role) =>
        role.TryGetProperty("policies", out var attachments) && attachments.ValueKind == JsonValueKind.Array
            ? Among(attachments.EnumerateArray())
            : null;

    /// <summary>The group's own among these attachments.</summary>
    public static GroupPolicy? Among(IEnumerable<JsonElement> attachments) => attachments
        .Where(attachment => attachment.GetProperty("policy") is { ValueKind: JsonValueKind.Object } policy && IsOwn(policy))
        .Select(attachment => new GroupPolicy(attachment.GetProperty("id").GetString()!, attachment.GetProperty("policy")))
        .MinBy(own => own.Id, StringComparer.Ordinal);

    private static bool IsOwn(JsonElement policy) => LegacyParameters.TextOf(policy.GetProperty("roles_count")) == "1";

    private static FieldSelection Selection(string name, params ImmutableArray<FieldSelection> children) => new(new FieldPath(name), children);

    private static ImmutableArray<FieldSelection> Selections(ReadOnlySpan<string> fields)
    {
        var selections = ImmutableArray.CreateBuilder<FieldSelection>(fields.Length);
        foreach (var field in fields) selections.Add(Selection(field));
        return selections.ToImmutable();
    }
}
