using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

internal sealed record RenameStep(Rename Rename)
    : SchemaStep(Rename.Field is null ? StepAction.RenameCollection : StepAction.RenameField, Rename.Collection, Rename.Field)
{
    public override async Task RunAsync(EditSession edit)
    {
        if (Field is null) await RenameExecutor.CollectionAsync(edit, Collection, Rename.To);
        else await RenameExecutor.FieldAsync(edit, Found(edit), Rename.To);
        // The next one may go on from here.
        await edit.RefreshAsync();
    }
}
