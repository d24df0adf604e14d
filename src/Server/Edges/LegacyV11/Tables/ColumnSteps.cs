using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>A new column → the changes of the model that make it, with all that its relation needs.</summary>
internal sealed class ColumnSteps(DatabaseSchema schema, Collection collection, ColumnInput column)
{
    public IReadOnlyList<ModelStep> Create() => column.RelationType switch
    {
        ColumnRelation.OneToMany => OneToMany(),
        ColumnRelation.ManyToMany => ManyToMany(),
        ColumnRelation.ManyToOne => ManyToOne(Related()),
        null when Interfaces.LeadsToOne(column.Ui) => ManyToOne(column.RelatedTable is not null ? Related() : column.Ui == Interfaces.File
            ? schema["directus_files"]
            : column.Ui == Interfaces.SystemUser
                ? schema["directus_users"]
                : throw LegacyErrors.Refused("The related table is missing: give it as [related_table]")),
        null => [new ModelStep.CreateField(collection.Name, column.Create(column.Type))],
        var other => throw LegacyErrors.Refused($"The relationship type [{other}] is unknown"),
    };

    // The column has the type of the key that it holds.
    private ModelStep[] ManyToOne(Collection related)
    {
        var key = related.PrimaryKey.Type.ToApi();
        var special = column.Ui switch { Interfaces.File => "file", Interfaces.SystemUser => "user-created", _ => "m2o" };
        return
        [
            new ModelStep.CreateField(collection.Name, column.Create(key, special)),
            Relate(collection.Name, column.Name!, related.Name, []),
        ];
    }

    private ModelStep[] OneToMany()
    {
        var (related, key) = (Related(), column.Right
            ?? throw LegacyErrors.Refused("The column of the related table is missing: give it as [junction_key_right]"));
        if (!related.TryGetField(key, out var field) || field.IsAlias)
            throw LegacyErrors.Refused($"The table [{column.RelatedTable}] has no column [{key}]");
        var list = new JsonObject { ["one_field"] = column.Name };
        var known = schema.RelationOfMany(related.Name, key);
        if (known is not null && (known.OneCollection != collection.Name || known.OneField is not null))
            throw LegacyErrors.Refused($"The column [{key}] of the table [{column.RelatedTable}] has a relation already");
        return
        [
            new ModelStep.CreateField(collection.Name, column.Create("alias", "o2m")),
            known is null
                ? Relate(related.Name, key, collection.Name, list)
                : new ModelStep.UpdateRelation(related.Name, key, ColumnInput.Json(new JsonObject { ["meta"] = list })),
        ];
    }

    private List<ModelStep> ManyToMany()
    {
        var related = Related();
        var (junction, left, right) = (column.Junction, column.Left, column.Right);
        if (junction is null || left is null || right is null)
            throw LegacyErrors.Refused("The junction is missing: give it as [junction_table], [junction_key_left] and [junction_key_right]");
        if (junction.StartsWith("directus_", StringComparison.Ordinal)) throw LegacyErrors.Refused($"The table [{junction}] can be no junction");
        var steps = new List<ModelStep> { new ModelStep.CreateField(collection.Name, column.Create("alias", "m2m")) };
        var known = schema.TryGetCollection(junction, out var table);
        if (!known) steps.Add(new ModelStep.CreateCollection(Junction(junction, (left, collection), (right, related))));
        else foreach (var (name, to) in new[] { (left, collection), (right, related) })
            if (!table!.TryGetField(name, out _)) steps.Add(new ModelStep.CreateField(junction, Key(name, to)));
        steps.Add(RelateOrChange(junction, left, collection, new JsonObject { ["one_field"] = column.Name, ["junction_field"] = right }));
        steps.Add(RelateOrChange(junction, right, related, new JsonObject { ["junction_field"] = left }));
        return steps;
    }

    private ModelStep RelateOrChange(string table, string field, Collection to, JsonObject meta)
    {
        if (schema.RelationOfMany(table, field) is not { } known) return Relate(table, field, to.Name, meta);
        return known.OneCollection == to.Name && known.OneField is null
            ? new ModelStep.UpdateRelation(table, field, ColumnInput.Json(new JsonObject { ["meta"] = meta }))
            : throw LegacyErrors.Refused($"The column [{field}] of the table [{table}] has a relation already");
    }

    private static ModelStep Relate(string table, string field, string to, JsonObject meta) =>
        new ModelStep.CreateRelation(ColumnInput.Json(new JsonObject
        {
            ["collection"] = table, ["field"] = field, ["related_collection"] = to, ["meta"] = meta,
            ["schema"] = new JsonObject { ["on_delete"] = "SET NULL" },
        }));

    private static JsonElement Junction(string name, params (string Name, Collection To)[] keys) => ColumnInput.Json(new JsonObject
    {
        ["collection"] = name, ["schema"] = new JsonObject(), ["meta"] = new JsonObject { ["hidden"] = true },
        ["fields"] = new JsonArray([NewTable.Key(), .. keys.Select(key => JsonNode.Parse(Key(key.Name, key.To).GetRawText()))]),
    });

    private static JsonElement Key(string name, Collection to) => ColumnInput.Json(new JsonObject
    {
        ["field"] = name, ["type"] = to.PrimaryKey.Type.ToApi(), ["schema"] = new JsonObject(), ["meta"] = new JsonObject { ["hidden"] = true },
    });

    private Collection Related() => LegacyTables.Collection(schema, column.RelatedTable
        ?? throw LegacyErrors.Refused("The related table is missing: give it as [related_table]")) ?? throw LegacyErrors.Table(column.RelatedTable);
}
