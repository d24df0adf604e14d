using System.Collections.Immutable;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Steps;

/// <summary>New collections, all at once: their tables may refer to each other in circles.</summary>
/// <param name="Table">Null for a folder.</param>
internal sealed record CreateCollectionStep(string Collection, TableDefinition? Table, IReadOnlyList<MetaValue> Row,
    ImmutableArray<IReadOnlyList<MetaValue>> FieldRows) : SchemaStep(StepAction.CreateCollection, Collection, null)
{
    public override Task RunAsync(EditSession edit) => RunAsync(edit, [this]);

    public static async Task RunAsync(EditSession edit, IReadOnlyList<CreateCollectionStep> steps)
    {
        var tables = steps.Select(step => step.Table).OfType<TableDefinition>().ToList();
        if (tables.Count > 0) await edit.Tables.CreateAsync(tables);
        await edit.Meta.InsertManyAsync(SystemCollections.Collections, [.. steps.Select(step => step.Row)]);
        await edit.Meta.InsertManyAsync(SystemCollections.Fields, [.. steps.SelectMany(step => step.FieldRows)]);
    }
}

internal sealed record CreateFieldStep(string Collection, string Field, ColumnDefinition? Column, IReadOnlyList<MetaValue> Row)
    : SchemaStep(StepAction.CreateField, Collection, Field)
{
    public override async Task RunAsync(EditSession edit)
    {
        if (Column is not null) await edit.Tables.AddColumnAsync(Collection, Column);
        await edit.Meta.InsertAsync(SystemCollections.Fields, Row);
    }
}

/// <param name="Key">The foreign key to add; null for many-to-any, or when the table has been made with it.</param>
internal sealed record CreateRelationStep(string Collection, string Field, ForeignKeyDefinition? Key, IReadOnlyList<MetaValue> Row)
    : SchemaStep(StepAction.CreateRelation, Collection, Field)
{
    public override Task RunAsync(EditSession edit) => RunAsync(edit, [this]);

    public static async Task RunAsync(EditSession edit, IReadOnlyList<CreateRelationStep> steps)
    {
        foreach (var step in steps.Where(step => step.Key is not null))
        {
            edit.Subject = (step.Collection, step.Field);
            await edit.Tables.AddForeignKeyAsync(step.Collection, step.Field!, step.Key!);
        }

        await edit.Meta.InsertManyAsync(SystemCollections.Relations, [.. steps.Select(step => step.Row)]);
    }
}
