using System.Runtime.CompilerServices;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Comparing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Planning;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>Exports the model of the database, compares it with another and brings it to another. For administrators.</summary>
internal sealed class SchemaModels(Database database, SchemaStore store, SchemaEdit edits)
{
    private const string Stale = "Provided hash does not match the current instance's schema hash, indicating the schema has changed " +
        "after this diff was generated. Please generate a new diff and try again or use the \"force\" query parameter to bypass this check";

    // A schema never changes, so neither does its model.
    private readonly ConditionalWeakTable<DatabaseSchema, CurrentModel> _models = [];

    /// <summary>The whole model.</summary>
    public SnapshotDocument Read() => Current(store.Current).Document;

    /// <summary>Reads a document that was sent; refuses one of another release or database unless it is forced.</summary>
    public SnapshotDocument Parse(JsonElement body, bool force) => SnapshotParser.Parse(body, database.Dialect, force);

    /// <summary>What has to happen to get from here to the wanted model, and the hash of what is here.</summary>
    public (string Hash, SchemaDifference Difference) Compare(SnapshotDocument wanted, ComparisonMode mode, IReadOnlyList<Rename> renames)
    {
        var current = Current(store.Current);
        renames = Rename.Ordered(renames);
        var difference = SnapshotComparison.Compare(SnapshotRename.Run(current.Document, renames), wanted, mode);
        foreach (var rename in renames.Reverse())
        {
            var whole = new Difference(DifferenceKind.Rename, []) { Left = rename.Field ?? rename.Collection, Right = rename.To };
            var entry = new DifferenceEntry(rename.Collection, [whole]) { Field = rename.Field };
            (rename.Field is null ? difference.Collections : difference.Fields).Insert(0, entry);
        }

        return (current.Hash, difference);
    }

    /// <summary>The steps that applying the difference would take.</summary>
    public SchemaPlan Plan(string hash, SchemaDifference difference, bool force) => Plan(store.Current, hash, difference, force);

    /// <summary>Applies the difference, all of it or nothing.</summary>
    public async Task<SchemaPlan> ApplyAsync(Principal principal, string hash, SchemaDifference difference, bool force,
        CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        SchemaPlan? plan = null;
        await edits.RunAsync(principal, async edit =>
        {
            plan = Plan(edit.Schema, hash, difference, force);
            await plan.RunAsync(edit);
        }, cancellation);
        return plan!;
    }

    private SchemaPlan Plan(DatabaseSchema live, string hash, SchemaDifference difference, bool force)
    {
        var model = Current(live);
        var current = model.Document;
        if (!force && hash != model.Hash)
        {
            DifferencePatch.Check(current, difference);
            throw DirectusException.InvalidPayload(Stale);
        }

        var (renamed, renames) = (current, new List<Rename>());
        foreach (var rename in DifferencePatch.Renames(difference))
        {
            // What has its new name already is as it should be.
            if (force && !SnapshotRename.IsPossible(renamed, rename)) continue;
            renamed = SnapshotRename.Run(renamed, rename);
            renames.Add(rename);
        }

        return SchemaPlanner.Plan(live, renamed, DifferencePatch.Run(renamed, difference), renames, database.Dialect.Ddl);
    }

    private CurrentModel Current(DatabaseSchema schema) =>
        _models.GetValue(schema, live => new CurrentModel(SnapshotReader.Read(live, database.Dialect)));

    private sealed class CurrentModel(SnapshotDocument document)
    {
        private string? _hash;

        public SnapshotDocument Document { get; } = document;

        public string Hash => _hash ??= SnapshotHash.Of(Document);
    }
}
