using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>A group with what its policies grant.</summary>
/// <param name="Role">The role; null for the public.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Attachments">The policies that are attached to it.</param>
internal sealed record GroupGrants(string? Role, long Number, string Name, ImmutableArray<JsonElement> Attachments)
{
    /// <summary>Whether all is permitted, whatever permissions there are.</summary>
    public bool Admin => Policies.Any(policy => policy.GetProperty("admin_access").ValueKind == JsonValueKind.True);

    /// <summary>What all policies permit together.</summary>
    public ImmutableArray<JsonElement> Permissions => [.. Policies.SelectMany(policy => policy.GetProperty("permissions").EnumerateArray())];

    /// <summary>The policy that is the group's own, and may be changed for it.</summary>
    public GroupPolicy? Own => GroupPolicy.Among(Attachments);

    /// <summary>The permissions of that policy.</summary>
    public ImmutableArray<JsonElement> OwnPermissions => Own is { } own ? [.. own.Policy.GetProperty("permissions").EnumerateArray()] : [];

    /// <summary>The privilege in a table before anything is permitted.</summary>
    public Privilege Empty(PrivilegedTable table) =>
        new(Privilege.IdOf(Role, table.Collection), Number, table.Name) { Listed = table.Listed };

    public Privilege In(PrivilegedTable table) =>
        Admin ? Empty(table).Whole() : new PermissionRows(table, Permissions).Describe(Empty(table));

    private IEnumerable<JsonElement> Policies => Attachments.Select(attachment => attachment.GetProperty("policy"));
}
