using System.Runtime.CompilerServices;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>The stored fields that rules name in filters, validations and presets, and that the validations of fields name.</summary>
internal static class RuleVariables
{
    private static readonly ConditionalWeakTable<DatabaseSchema, HashSet<string>> OfSchema = [];

    public static IReadOnlyCollection<string> Of(AccessRules rules, DatabaseSchema schema)
    {
        var names = new HashSet<string>(OfSchema.GetValue(schema, OfFields), StringComparer.Ordinal);
        foreach (var (collection, action) in rules.Scopes)
        {
            foreach (var rule in rules.For(collection, action))
            {
                VariableNames.Collect(rule.Filter, names);
                VariableNames.Collect(rule.Validation, names);
                foreach (var preset in rule.Presets.Values) VariableNames.Collect(preset, names);
            }
        }

        return names;
    }

    private static HashSet<string> OfFields(DatabaseSchema schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var collection in schema.Collections)
        {
            foreach (var field in collection.Columns)
                if (field.Validation is { } rule) VariableNames.Collect(JsonSerializer.SerializeToElement(rule), names);
        }

        return names;
    }
}
