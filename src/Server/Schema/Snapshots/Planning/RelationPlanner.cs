using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>Plans the steps of relations.</summary>
internal static class RelationPlanner
{
    public static SchemaStep Create(SchemaTransition transition, FieldName name, JsonObject part, bool withTable)
    {
        if (transition.TypeOf(name) is null) throw DirectusException.InvalidPayload("its field does not exist or has no column");
        var related = (string?)part["related_collection"];
        if (related is not null && transition.PrimaryKey(related) is null)
            throw DirectusException.InvalidPayload($"collection \"{related}\" does not exist");
        var draft = Draft(part);
        var key = withTable ? null : Key(transition, name, part);
        return new CreateRelationStep(name.Collection, name.Field, key, draft.Row);
    }

    public static SchemaStep? Change(DifferenceEntry entry, Relation live, JsonObject part)
    {
        var draft = Draft(part);
        var adopt = entry.Whole is not null;
        if (adopt && draft.Related != live.OneCollection)
            throw DirectusException.InvalidPayload($"it refers to \"{live.OneCollection}\" in the database");
        var values = adopt ? draft.Meta : RelationDraft.Values(JsonSerializer.SerializeToElement(entry.Settings(part)));
        var keyed = part["schema"] is JsonObject && (adopt || entry.Keys("schema").Count > 0);
        if (values.Count == 0 && !keyed && !adopt) return null;
        return new ChangeRelationStep(entry.Collection, entry.Field!, values, keyed ? draft.OnDelete : null, keyed ? draft.OnUpdate : null)
        {
            Detail = adopt ? "adopt" : entry.Names,
        };
    }

    /// <summary>The foreign key that a relation asks for; null when it asks for none.</summary>
    public static ForeignKeyDefinition? Key(SchemaTransition transition, FieldName name, JsonObject part)
    {
        if ((string?)part["related_collection"] is not { } related || part["schema"] is not JsonObject) return null;
        if (transition.PrimaryKey(related) is not { } key)
            throw DirectusException.InvalidPayload($"it refers to \"{related}\", which does not exist");
        if (!Fit(transition.TypeOf(name), key.Type))
        {
            throw DirectusException.InvalidPayload($"it is of another type than the primary key of \"{related}\"");
        }

        return Draft(part).KeyTo(key.Name);
    }

    private static RelationDraft Draft(JsonObject part) => RelationDraft.Parse(JsonSerializer.SerializeToElement(part));

    // Types that only the database knows are for it to compare.
    private static bool Fit(FieldType? many, FieldType? one) => many is null or FieldType.Unknown || one is null or FieldType.Unknown
        || many.Value.ToColumn() == one.Value.ToColumn()
        || (IsWhole(many) && IsWhole(one)) || (IsText(many) && IsText(one));

    private static bool IsWhole(FieldType? type) => type is FieldType.Integer or FieldType.BigInteger;

    private static bool IsText(FieldType? type) => type is FieldType.String or FieldType.Text;
}
