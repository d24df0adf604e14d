using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

/// <summary>The steps from one model to another, in the order in which the database takes them.</summary>
internal sealed record SchemaPlan(ImmutableArray<SchemaStep> Steps)
{
    public async Task RunAsync(EditSession edit)
    {
        for (var at = 0; at < Steps.Length;)
        {
            var alike = Steps.Skip(at).TakeWhile(step => step.GetType() == Steps[at].GetType()).ToList();
            await RunAsync(edit, alike);
            at += alike.Count;
            // What has gone must not be seen by those who change what is left.
            if (alike[0] is RemoveRelationStep or RemoveFieldStep or RemoveCollectionStep && at < Steps.Length) await edit.RefreshAsync();
        }
    }

    public JsonArray ToJson() => new([.. Steps.Select(step => new JsonObject
    {
        ["action"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Action.ToString()),
        ["collection"] = step.Collection,
        ["field"] = step.Field,
        ["destructive"] = step.Destructive,
        ["detail"] = step.Detail,
    })]);

    private static async Task RunAsync(EditSession edit, List<SchemaStep> alike)
    {
        edit.Subject = (alike[0].Collection, alike[0].Field);
        switch (alike[0])
        {
            case CreateCollectionStep: await CreateCollectionStep.RunAsync(edit, [.. alike.Cast<CreateCollectionStep>()]); break;
            case CreateRelationStep: await CreateRelationStep.RunAsync(edit, [.. alike.Cast<CreateRelationStep>()]); break;
            default:
                foreach (var step in alike)
                {
                    edit.Subject = (step.Collection, step.Field);
                    await step.RunAsync(edit);
                }

                break;
        }
    }
}
