namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

/// <summary>What a step does.</summary>
internal enum StepAction
{
    RenameCollection,
    RenameField,
    RemoveRelation,
    RemoveField,
    RemoveCollection,
    CreateCollection,
    ChangeCollection,
    CreateField,
    ChangeField,
    CreateRelation,
    ChangeRelation,
    ChangeIndex,
}
