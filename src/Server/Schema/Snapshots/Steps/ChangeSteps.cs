using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

internal sealed record ChangeCollectionStep(string Collection, List<MetaValue> Values) : SchemaStep(StepAction.ChangeCollection, Collection, null)
{
    public override Task RunAsync(EditSession edit) => CollectionEditor.WriteMetaAsync(edit, Collection, Values);
}

/// <param name="Change">What the column is to become; null when it stays.</param>
internal sealed record ChangeFieldStep(string Collection, string Field, ColumnChange? Change, List<MetaValue> Values)
    : SchemaStep(StepAction.ChangeField, Collection, Field)
{
    public override async Task RunAsync(EditSession edit)
    {
        var field = Found(edit);
        if (Change is not null)
        {
            // Steps before this one may have renamed it, and taken its foreign key.
            var change = Change with { Old = field.Column!, New = Change.New with { Name = field.Name } };
            await edit.Tables.AlterColumnAsync(Collection, change);
        }

        await FieldUpdate.WriteMetaAsync(edit, field, Values);
    }
}

internal sealed record ChangeRelationStep(string Collection, string Field, List<MetaValue> Values, ReferentialAction? OnDelete,
    ReferentialAction? OnUpdate) : SchemaStep(StepAction.ChangeRelation, Collection, Field)
{
    public override async Task RunAsync(EditSession edit)
    {
        var relation = edit.Schema.RelationOfMany(Collection, Field!)
            ?? throw new InvalidOperationException($"The relation of {Collection}.{Field} was there when the plan was made.");
        await RelationUpdate.WriteMetaAsync(edit, relation, Values);
        if (OnDelete is not null || OnUpdate is not null) await RelationUpdate.ChangeKeyAsync(edit, relation, OnDelete, OnUpdate);
    }
}

internal sealed record ChangeIndexStep(string Collection, string Field, bool Indexed) : SchemaStep(StepAction.ChangeIndex, Collection, Field)
{
    public override Task RunAsync(EditSession edit) => FieldUpdate.IndexAsync(edit, Found(edit), Indexed);
}
