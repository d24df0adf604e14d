using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History;

/// <summary>Hides the keys of items that there are only while a write is tried: nothing can be found by them afterwards.</summary>
internal sealed class NewKeys(DatabaseSchema schema, IReadOnlySet<(string Collection, object Key)> keys)
{
    public void Hide(PlanNode node, JsonObject item)
    {
        if (keys.Count == 0) return;
        foreach (var output in node.Outputs)
        {
            var value = item[output.Name];
            if (output is PlanOutput.Value { Operand: { Function: null, Field: var field } })
            {
                if (RefersTo(field) is { } collection && IsNew(collection, value)) item[output.Name] = null;
            }
            else if (output is PlanOutput.Many { Children: var children } && value is JsonArray rows) HideRows(children, rows);
            else if (value is JsonObject inner)
                foreach (var branch in output.Branches) Hide(branch, inner);
            else if (output.Branches.Any(branch => IsNew(branch.Source.Collection.Name, value))) item[output.Name] = null;
        }
    }

    private void HideRows(PlanNode node, JsonArray rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is JsonObject row) Hide(node, row);
            else if (IsNew(node.Source.Collection.Name, rows[i])) rows[i] = null;
        }
    }

    private string? RefersTo(Field field) =>
        field.Column is { PrimaryKey: true } ? field.Collection : schema.RelationOfMany(field.Collection, field.Name)?.OneCollection;

    private bool IsNew(string name, JsonNode? key) => key?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && schema.TryGetCollection(name, out var collection)
        && ItemKeys.TryParse(collection, JsonSerializer.SerializeToElement(key), out var typed) && keys.Contains((name, typed));
}
