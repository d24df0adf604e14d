using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

/// <summary>One step of a plan, with everything that can be checked beforehand checked.</summary>
internal abstract record SchemaStep(StepAction Action, string Collection, string? Field)
{
    /// <summary>Whether data may be lost.</summary>
    public bool Destructive { get; init; }

    /// <summary>What is done in a few words, when the action does not say it.</summary>
    public string? Detail { get; init; }

    public abstract Task RunAsync(EditSession edit);

    protected Field Found(EditSession edit) => edit.Schema[Collection].TryGetField(Field!, out var field)
        ? field
        : throw new InvalidOperationException($"{Collection}.{Field} was there when the plan was made.");
}
