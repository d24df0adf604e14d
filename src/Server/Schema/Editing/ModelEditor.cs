using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Makes several changes of the model at once, all or none: each meets what those before it have made.</summary>
internal sealed class ModelEditor(SchemaEdit edits)
{
    /// <summary>Answers the schema after the changes.</summary>
    public Task<DatabaseSchema> RunAsync(Principal principal, IReadOnlyList<ModelStep> steps, CancellationToken cancellation) =>
        edits.RunAsync(principal, async edit =>
        {
            foreach (var step in steps)
            {
                await RunAsync(edit, step);
                if (step != steps[^1]) await edit.RefreshAsync();
            }
        }, cancellation);

    private static Task RunAsync(EditSession edit, ModelStep step) => step switch
    {
        ModelStep.CreateCollection create => CollectionEditor.CreateAsync(edit, CollectionDraftParser.Parse(create.Body)),
        ModelStep.UpdateCollection update => CollectionEditor.UpdateAsync(edit, update.Collection, update.Body),
        ModelStep.CreateField create => FieldCreation.RunAsync(edit, create.Collection, create.Body),
        ModelStep.UpdateField update => FieldUpdate.RunAsync(edit, FieldEditor.Require(edit, update.Collection, update.Field), update.Body),
        ModelStep.CreateRelation create => RelationEditor.CreateAsync(edit, RelationDraft.Parse(create.Body)),
        ModelStep.UpdateRelation update => RelationUpdate.RunAsync(edit, RelationEditor.Require(edit, update.Collection, update.Field), update.Body),
        _ => throw new InvalidOperationException($"{step} is no step."),
    };
}
