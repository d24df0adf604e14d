using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Dialects.Ddl;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Creates and deletes relations.</summary>
internal sealed class RelationEditor(SchemaEdit edits)
{
    private static readonly string ActionNames = string.Join(", ",
        new[] { ReferentialAction.NoAction, ReferentialAction.SetNull, ReferentialAction.SetDefault, ReferentialAction.Cascade, ReferentialAction.Restrict }
            .Select(action => action.ToSql()));

    public async Task<Relation> CreateAsync(Principal principal, JsonElement body, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var (collection, field, related) = Parse(body);
        var settings = JsonInput.Object(body, "meta");
        var values = settings is { } meta
            ? MetaValues.Parse("directus_relations", meta, "id", "many_collection", "many_field", "one_collection")
            : [];
        CheckDeselect(values);
        var key = JsonInput.Object(body, "schema");
        var (onDelete, onUpdate) = (Action(key, "on_delete"), Action(key, "on_update"));

        var schema = await edits.RunAsync(principal, async edit =>
        {
            edit.Subject = (collection, field);
            var (column, one) = Check(edit, collection, field, related);
            await edit.Meta.InsertAsync("directus_relations", [new MetaValue("many_collection", collection), new MetaValue("many_field", field),
                new MetaValue("one_collection", related), .. values]);
            if (one is not null) await AddForeignKeyAsync(edit, collection, column, one, onDelete, onUpdate);
        }, cancellation);
        return schema.RelationOfMany(collection, field) ?? throw DirectusException.Forbidden();
    }

    public Task DeleteAsync(Principal principal, string collection, string field, CancellationToken cancellation) =>
        edits.RunAsync(principal, async edit =>
        {
            if (!edit.Require(collection).TryGetField(field, out var many)) throw Missing(collection, field);
            var relation = edit.Schema.RelationOfMany(collection, field) ?? throw DirectusException.InvalidPayload(
                $"Field \"{field}\" in collection \"{collection}\" doesn't have a relationship.");
            if (relation.Meta?["system"] is not null) throw DirectusException.Forbidden();
            await edit.Meta.DeleteAsync("directus_relations", new MetaValue("many_collection", collection), new MetaValue("many_field", field));
            if (relation.ForeignKey is not null) await edit.Tables.DropForeignKeyAsync(collection, many.Column!);
        }, cancellation);

    private static (string Collection, string Field, string? Related) Parse(JsonElement body)
    {
        JsonInput.RequireObject(body);
        JsonInput.AllowOnly(body, "collection", "field", "related_collection", "meta", "schema");
        var collection = JsonInput.Text(body, "collection", "collection") ?? throw SchemaRefusals.Required("collection");
        var field = JsonInput.Text(body, "field", "field") ?? throw SchemaRefusals.Required("field");
        return (collection, field, JsonInput.Text(body, "related_collection", "related_collection"));
    }

    private static ReferentialAction Action(JsonElement? schema, string name)
    {
        if (schema is not { } asked || JsonInput.Text(asked, name, $"schema.{name}") is not { } text) return ReferentialAction.NoAction;
        return ReferentialActions.TryParse(text, out var action) && text == action.ToSql()
            ? action
            : throw SchemaRefusals.MustBe($"schema.{name}", $"one of [{ActionNames}]");
    }

    private static void CheckDeselect(List<MetaValue> values)
    {
        if (values.FirstOrDefault(value => value.Column == "one_deselect_action") is { Value: not null and not ("nullify" or "delete") })
        {
            throw SchemaRefusals.MustBe("meta.one_deselect_action", "one of [nullify, delete]");
        }
    }

    private static (ColumnSchema Column, Collection? One) Check(EditSession edit, string collection, string field, string? related)
    {
        if (!edit.Schema.TryGetCollection(collection, out var many)) throw DirectusException.InvalidPayload($"Collection \"{collection}\" doesn't exist");
        if (!many.TryGetField(field, out var found) || found.Column is not { } column) throw Missing(collection, field);
        Collection? one = null;
        if (related is not null && !edit.Schema.TryGetCollection(related, out one))
        {
            throw DirectusException.InvalidPayload($"Collection \"{related}\" doesn't exist");
        }

        if (edit.Schema.RelationOfMany(collection, field) is not null)
        {
            throw DirectusException.InvalidPayload($"Field \"{field}\" in collection \"{collection}\" already has an associated relationship");
        }

        if (one is not null && !Fit(column.Kind, one.PrimaryKey.Column!.Kind))
        {
            throw DirectusException.InvalidPayload($"Field \"{field}\" in collection \"{collection}\" is of another type than the primary key of \"{related}\"");
        }

        return (column, one);
    }

    private static bool Fit(SqlKind many, SqlKind one) => many == one || (IsWhole(many) && IsWhole(one));

    private static bool IsWhole(SqlKind kind) => kind is SqlKind.Integer or SqlKind.BigInteger;

    private static Task AddForeignKeyAsync(EditSession edit, string collection, ColumnSchema column, Collection one,
        ReferentialAction onDelete, ReferentialAction onUpdate) => edit.Tables.AddForeignKeyAsync(collection, column.Name,
        new ForeignKeyDefinition(one.Name, one.PrimaryKey.Name, onDelete, onUpdate));

    private static DirectusException Missing(string collection, string field) =>
        DirectusException.InvalidPayload($"Field \"{field}\" doesn't exist in collection \"{collection}\"");
}
