using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Collections, fields and relations, as far as the caller sees them.</summary>
internal sealed class SchemaFields : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        Reads("collections", "directus_collections", (view, _) => Rows(view.Collections())),
        Reads("collections_by_name", "directus_collections", (view, context) => Row(view.Collection(Text(context, "name")))),
        Reads("fields", "directus_fields", (view, _) => Rows(view.Fields())),
        Reads("fields_in_collection", "directus_fields", (view, context) => Rows(view.Fields(Text(context, "collection")))),
        Reads("fields_by_name", "directus_fields", (view, context) => Row(view.Field(Text(context, "collection"), Text(context, "field")))),
        Reads("relations", "directus_relations", (view, _) => Rows(view.Relations())),
        Reads("relations_in_collection", "directus_relations", (view, context) => Rows(view.Relations(Text(context, "collection")))),
        Reads("relations_by_name", "directus_relations", (view, context) => Row(view.Relation(Text(context, "collection"), Text(context, "field")))),
    ];

    public static Row Row(JsonObject json) => new(JsonSerializer.SerializeToElement(json));

    public static List<Row> Rows(IEnumerable<JsonObject> rows) => [.. rows.Select(Row)];

    public static string Text(IResolveFieldContext context, string name) => ArgumentPayload.Text(context, name);

    private static SystemField Reads(string name, string collection, Func<SchemaView, IResolveFieldContext, object?> read) => new(name,
        caller => caller.Access.Allows(collection, AccessAction.Read), context => Task.FromResult(read(new SchemaView(GraphQLCall.Of(context).Caller), context)));
}
