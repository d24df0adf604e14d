using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Comparing;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>Two models and the live schema → the steps from the one to the other. Whatever can be refused without looking at
/// rows is refused here, before anything is changed.</summary>
internal sealed class SchemaPlanner
{
    private readonly SchemaTransition _transition;
    private readonly SchemaDifference _difference;
    private readonly HashSet<string> _goneCollections;
    private readonly HashSet<FieldName> _goneFields;
    private readonly HashSet<FieldName> _goneRelations = [];
    private readonly HashSet<string> _made = [];

    private SchemaPlanner(SchemaTransition transition)
    {
        _transition = transition;
        _difference = SnapshotComparison.Compare(transition.Current, transition.Wanted);
        _goneCollections = [.. _difference.Collections.Where(entry => IsGone(entry) || IsOtherKind(entry)).Select(entry => entry.Collection)];
        _goneFields = [.. _difference.Fields.Where(entry => IsGone(entry) || IsOtherKind(entry)).Select(entry => entry.Name)];
    }

    public static SchemaPlan Plan(DatabaseSchema live, SnapshotDocument current, SnapshotDocument wanted, IReadOnlyList<Rename> renames,
        DdlDialect ddl)
    {
        var planner = new SchemaPlanner(new SchemaTransition(live, current, wanted, renames, ddl));
        return new SchemaPlan([.. planner.Renames(), .. planner.Removals(), .. planner.Collections(), .. planner.Fields(),
            .. planner.Relations(), .. planner.Indexes()]);
    }

    private static bool IsGone(DifferenceEntry entry) => entry.Whole?.Kind == DifferenceKind.Deleted;

    private static bool IsNew(DifferenceEntry entry) => entry.Whole?.Kind == DifferenceKind.New;

    // A folder that becomes a table, or an alias that becomes a column, is made anew: neither has data.
    private static bool IsOtherKind(DifferenceEntry entry) => entry.Differences.Any(difference => difference.Path is [{ Key: "schema" }]);

    private IEnumerable<SchemaStep> Renames()
    {
        foreach (var rename in _transition.Renames)
        {
            var what = rename.Field is null ? $"Collection \"{rename.Collection}\"" : $"Field \"{rename.Collection}.{rename.Field}\"";
            RequireOwn(rename.Field is null ? rename.Collection : "", what);
            yield return PlanRefusal.Naming(what, () =>
            {
                if (rename.Field is null) SchemaNames.CheckCollection(rename.To);
                else SchemaNames.CheckField(rename.To);
                return new RenameStep(rename) { Detail = $"to {rename.To}" };
            });
        }
    }

    private List<SchemaStep> Removals()
    {
        foreach (var entry in _difference.Relations.Where(entry => IsGone(entry) || IsOtherRelation(entry))) _goneRelations.Add(entry.Name);
        var relations = _transition.Relations.Where(relation => _goneRelations.Contains(relation.Many)
            || _goneFields.Contains(relation.Many) || (relation.Relation.ForeignKey is not null
                && (_goneCollections.Contains(relation.Many.Collection) || (relation.One is { } one && _goneCollections.Contains(one)))))
            .Select(relation => relation.Many).Distinct().ToList();
        return
        [
            .. relations.Select(name => new RemoveRelationStep(name.Collection, name.Field)),
            .. _goneFields.Where(name => !_goneCollections.Contains(name.Collection)).Select(RemoveField),
            .. _goneCollections.Select(RemoveCollection),
        ];
    }

    private static bool IsOtherRelation(DifferenceEntry entry) =>
        IsOtherKind(entry) || entry.Differences.Any(difference => difference.Path is [{ Key: "related_collection" }]);

    private RemoveFieldStep RemoveField(FieldName name)
    {
        if (!_transition.TryGetField(name, out var field)) throw PlanRefusal.Of(name, "it does not exist");
        if (field.IsSystem) throw PlanRefusal.Of(name, "a field of the system can't be deleted");
        if (field.Column is { PrimaryKey: true }) throw PlanRefusal.Of(name, "the primary key can't be deleted");
        return new RemoveFieldStep(name.Collection, name.Field) { Destructive = !field.IsAlias };
    }

    private RemoveCollectionStep RemoveCollection(string name)
    {
        RequireOwn(name, $"Collection \"{name}\"");
        return new RemoveCollectionStep(name) { Destructive = _transition.TryGetTable(name, out _) };
    }

    private static void RequireOwn(string collection, string what)
    {
        if (!collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)) return;
        throw Kernel.DirectusException.InvalidPayload($"{what}: the system's collections can't be changed");
    }

    private List<SchemaStep> Collections()
    {
        var (created, changed) = (new List<CreateCollectionStep>(), new List<SchemaStep>());
        foreach (var entry in _difference.Collections.Where(entry => !IsGone(entry)))
        {
            var (name, part) = (entry.Collection, _transition.Wanted.Collections[entry.Collection]);
            RequireOwn(name, $"Collection \"{name}\"");
            var fresh = IsOtherKind(entry) || (IsNew(entry) && !_transition.TryGetTable(name, out _));
            var step = PlanRefusal.Naming<SchemaStep>($"Collection \"{name}\"", () => fresh ? CollectionPlanner.Create(_transition, part)
                : CollectionPlanner.Change(_transition, entry, part));
            if (step is CreateCollectionStep creation)
            {
                created.Add(creation);
                _made.Add(name);
            }
            else
            {
                changed.Add(step);
            }
        }

        // A group has to be there before what is in it.
        return [.. created.OrderBy(step => CollectionPlanner.Depth(_transition.Wanted, step.Collection)), .. changed];
    }

    private List<SchemaStep> Fields()
    {
        var steps = new List<SchemaStep>();
        foreach (var entry in _difference.Fields.Where(entry => !IsGone(entry) && !_made.Contains(entry.Collection)))
        {
            var (name, part) = (entry.Name, _transition.Wanted.Fields[entry.Name]);
            var exists = _transition.TryGetField(name, out var field) && !_goneFields.Contains(name);
            var step = PlanRefusal.Naming($"Field \"{name}\"", () => exists
                ? FieldPlanner.Change(_transition, entry, field!, part)
                : FieldPlanner.Create(_transition, name, part));
            if (step is not null) steps.Add(step);
        }

        return [.. steps.OfType<CreateFieldStep>(), .. steps.Where(step => step is not CreateFieldStep)];
    }

    private List<SchemaStep> Relations()
    {
        var (created, changed) = (new List<SchemaStep>(), new List<SchemaStep>());
        foreach (var entry in _difference.Relations.Where(entry => !IsGone(entry)))
        {
            var part = _transition.Wanted.Relations[entry.Name];
            var live = _transition.Relations.FirstOrDefault(relation => relation.Many == entry.Name).Relation;
            var fresh = live is null || _goneRelations.Contains(entry.Name) || _goneFields.Contains(entry.Name)
                || _goneCollections.Contains(entry.Collection);
            var step = PlanRefusal.Naming($"Relation \"{entry.Name}\"", () => fresh
                ? RelationPlanner.Create(_transition, entry.Name, part, withTable: _made.Contains(entry.Collection))
                : RelationPlanner.Change(entry, live!, part));
            if (step is not null) (fresh ? created : changed).Add(step);
        }

        return [.. created, .. changed];
    }

    private IEnumerable<SchemaStep> Indexes() => _difference.SystemFields.Select(entry =>
    {
        if (!_transition.TryGetField(entry.Name, out var field) || !field.IsSystem || field.IsAlias)
            throw PlanRefusal.Of(entry.Name, "it is no field of the system");
        var indexed = _transition.Wanted.SystemFields!.ContainsKey(entry.Name);
        return new ChangeIndexStep(entry.Collection, entry.Field!, indexed) { Detail = indexed ? "add" : "drop" };
    });
}
