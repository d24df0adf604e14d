using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Access;

/// <summary>Rows of directus_permissions → rules by collection and action.</summary>
internal static class RuleCompiler
{
    public static AccessRules Nothing { get; } = new(new Dictionary<(string, AccessAction), ImmutableArray<AccessRule>>());

    public static AccessRules Compile(IEnumerable<PermissionRow> permissions)
    {
        var rules = new Dictionary<(string, AccessAction), ImmutableArray<AccessRule>>();
        foreach (var row in permissions)
        {
            // A permission that cannot be understood grants nothing.
            if (!TryAction(row.Action, out var action) || TryRule(row) is not { } rule) continue;
            var key = (row.Collection, action);
            rules[key] = rules.GetValueOrDefault(key, []).Add(rule);
        }

        return new AccessRules(rules);
    }

    private static AccessRule? TryRule(PermissionRow row)
    {
        try
        {
            return Rule(row);
        }
        catch (Exception error) when (error is JsonException or DirectusException)
        {
            return null;
        }
    }

    // No fields listed means none, except for deleting and sharing, which know no fields.
    private static AccessRule Rule(PermissionRow row)
    {
        var fields = (row.Fields ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
        return new AccessRule(Filter(row.Permissions), HeldContent.Limit(row.Collection, row.Action, fields), Filter(row.Validation),
            Presets(row.Presets));
    }

    private static FilterNode Filter(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return FilterNode.All;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Null ? FilterNode.All : FilterParser.Parse(document.RootElement.Clone());
    }

    private static ImmutableDictionary<string, JsonElement> Presets(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return ImmutableDictionary<string, JsonElement>.Empty;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToImmutableDictionary(preset => preset.Name, preset => preset.Value.Clone())
            : ImmutableDictionary<string, JsonElement>.Empty;
    }

    private static bool TryAction(string name, out AccessAction action)
    {
        (action, var known) = name switch
        {
            "create" => (AccessAction.Create, true),
            "read" => (AccessAction.Read, true),
            "update" => (AccessAction.Update, true),
            "delete" => (AccessAction.Delete, true),
            "share" => (AccessAction.Share, true),
            _ => (AccessAction.Read, false),
        };
        return known;
    }
}
