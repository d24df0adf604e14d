using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Changes of collections, fields and relations, which administrators make.</summary>
internal sealed class SchemaEditFields(CollectionEditor collections, FieldEditor fields, RelationEditor relations) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        Edits("create_collections_item", CreateCollectionAsync),
        Edits("update_collections_item", UpdateCollectionAsync),
        Edits("delete_collections_item", DeleteCollectionAsync),
        Edits("create_fields_item", CreateFieldAsync),
        Edits("update_fields_item", UpdateFieldAsync),
        Edits("update_fields_items", UpdateFieldsAsync),
        Edits("delete_fields_item", DeleteFieldAsync),
        Edits("create_relations_item", CreateRelationAsync),
        Edits("update_relations_item", UpdateRelationAsync),
        Edits("delete_relations_item", DeleteRelationAsync),
    ];

    private async Task<object?> CreateCollectionAsync(IResolveFieldContext context)
    {
        var (schema, names) = await collections.CreateAsync(Admin(context), [Data(context)], context.CancellationToken);
        return SchemaFields.Row(SchemaReply.Collection(schema, names[0]));
    }

    private async Task<object?> UpdateCollectionAsync(IResolveFieldContext context)
    {
        var name = Text(context, "collection");
        var schema = await collections.UpdateAsync(Admin(context), [(name, Data(context))], context.CancellationToken);
        return SchemaFields.Row(SchemaReply.Collection(schema, name));
    }

    private async Task<object?> DeleteCollectionAsync(IResolveFieldContext context)
    {
        await collections.DeleteAsync(Admin(context), Text(context, "collection"), context.CancellationToken);
        return Named(context);
    }

    private async Task<object?> CreateFieldAsync(IResolveFieldContext context) =>
        SchemaFields.Row(SchemaJson.Of(await fields.CreateAsync(Admin(context), Text(context, "collection"), Data(context),
            context.CancellationToken)));

    private async Task<object?> UpdateFieldAsync(IResolveFieldContext context)
    {
        var updated = await fields.UpdateAsync(Admin(context), Text(context, "collection"), [(Text(context, "field"), Data(context))],
            context.CancellationToken);
        return SchemaFields.Row(SchemaJson.Of(updated[0]));
    }

    private async Task<object?> UpdateFieldsAsync(IResolveFieldContext context)
    {
        var body = Data(context);
        if (body.ValueKind != JsonValueKind.Array) throw DirectusException.InvalidPayload("Submitted body has to be an array");
        var changes = body.EnumerateArray().Select(change => (SchemaBody.FieldOf(change), change)).ToList();
        var updated = await fields.UpdateAsync(Admin(context), Text(context, "collection"), changes, context.CancellationToken);
        return SchemaFields.Rows(updated.Select(SchemaJson.Of));
    }

    private async Task<object?> DeleteFieldAsync(IResolveFieldContext context)
    {
        await fields.DeleteAsync(Admin(context), Text(context, "collection"), Text(context, "field"), context.CancellationToken);
        return Named(context);
    }

    private async Task<object?> CreateRelationAsync(IResolveFieldContext context) =>
        SchemaFields.Row(SchemaJson.Of(await relations.CreateAsync(Admin(context), Data(context), context.CancellationToken)));

    private async Task<object?> UpdateRelationAsync(IResolveFieldContext context) => SchemaFields.Row(SchemaJson.Of(
        await relations.UpdateAsync(Admin(context), Text(context, "collection"), Text(context, "field"), Data(context), context.CancellationToken)));

    private async Task<object?> DeleteRelationAsync(IResolveFieldContext context)
    {
        await relations.DeleteAsync(Admin(context), Text(context, "collection"), Text(context, "field"), context.CancellationToken);
        return Named(context);
    }

    private static SystemField Edits(string name, Func<IResolveFieldContext, Task<object?>> resolve) =>
        new(name, caller => caller.Principal.Admin, resolve);

    private static Principal Admin(IResolveFieldContext context)
    {
        var caller = GraphQLCall.Of(context).Caller;
        caller.RequireAdmin();
        return caller.Principal;
    }

    private static JsonElement Data(IResolveFieldContext context) => ArgumentPayload.Json(context, "data");

    private static string Text(IResolveFieldContext context, string name) => ArgumentPayload.Text(context, name);

    // What is gone is answered by its names.
    private static Row Named(IResolveFieldContext context) => new(ArgumentPayload.Json(context));
}
