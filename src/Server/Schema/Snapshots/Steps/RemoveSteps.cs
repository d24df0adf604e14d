using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

internal sealed record RemoveRelationStep(string Collection, string Field) : SchemaStep(StepAction.RemoveRelation, Collection, Field)
{
    public override Task RunAsync(EditSession edit) => RelationRemoval.RemoveAsync(edit, edit.Schema.RelationOfMany(Collection, Field!)
        ?? throw new InvalidOperationException($"The relation of {Collection}.{Field} was there when the plan was made."));
}

internal sealed record RemoveFieldStep(string Collection, string Field) : SchemaStep(StepAction.RemoveField, Collection, Field)
{
    public override Task RunAsync(EditSession edit) => FieldRemoval.RemoveAloneAsync(edit, Found(edit));
}

internal sealed record RemoveCollectionStep(string Collection) : SchemaStep(StepAction.RemoveCollection, Collection, null)
{
    public override Task RunAsync(EditSession edit) => CollectionRemoval.RemoveAloneAsync(edit, Collection);
}
