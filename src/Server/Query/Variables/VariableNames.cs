using System.Text.Json;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Query.Variables;

/// <summary>Finds the variables that stand for stored fields (`$CURRENT_USER.team.name`), whose values have to be read
/// before a plan can be made.</summary>
public static class VariableNames
{
    private static readonly string[] Roots = ["$CURRENT_USER.", "$CURRENT_ROLE.", "$CURRENT_ROLES.", "$CURRENT_POLICIES."];

    public static bool IsStored(string name) =>
        name.StartsWith("$CURRENT_", StringComparison.Ordinal)
            && Roots.Any(root => name.Length > root.Length && name.StartsWith(root, StringComparison.Ordinal));

    /// <summary>Those of a query: of its filter and of the filters within its relations.</summary>
    public static void Collect(ItemQuery query, ISet<string> names)
    {
        Collect(query.Filter, names);
        foreach (var below in query.Deep.Values) Collect(below, names);
    }

    public static void Collect(FilterNode node, ISet<string> names)
    {
        switch (node)
        {
            case FilterNode.And and:
                foreach (var term in and.Terms) Collect(term, names);
                break;
            case FilterNode.Or or:
                foreach (var term in or.Terms) Collect(term, names);
                break;
            case FilterNode.At at: Collect(at.Rule, names); break;
            case FilterNode.Quantified some: Collect(some.Rule, names); break;
            case FilterNode.Test test: Collect(test.Operand, names); break;
        }
    }

    public static void Collect(JsonElement value, ISet<string> names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                // From a query string a list is one text with commas.
                foreach (var name in value.GetString()!.Split(','))
                    if (IsStored(name)) names.Add(name);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Collect(item, names);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject()) Collect(member.Value, names);
                break;
        }
    }
}
