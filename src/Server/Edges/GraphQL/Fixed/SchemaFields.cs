using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
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
        Reads("collections", SystemCollections.Collections, (view, _) => Rows(view.Collections())),
        Reads("collections_by_name", SystemCollections.Collections, (view, context) => Row(view.Collection(Text(context, "name")))),
        Reads("fields", SystemCollections.Fields, (view, _) => Rows(view.Fields())),
        Reads("fields_in_collection", SystemCollections.Fields, (view, context) => Rows(view.Fields(Text(context, "collection")))),
        Reads("fields_by_name", SystemCollections.Fields, (view, context) => Row(view.Field(Text(context, "collection"), Text(context, "field")))),
        Reads("relations", SystemCollections.Relations, (view, _) => Rows(view.Relations())),
        Reads("relations_in_collection", SystemCollections.Relations, (view, context) => Rows(view.Relations(Text(context, "collection")))),
        Reads("relations_by_name", SystemCollections.Relations, (view, context) =>
            Row(view.Relation(Text(context, "collection"), Text(context, "field")))),
    ];

    public static Row Row(JsonObject json) => new(JsonSerializer.SerializeToElement(json));

    public static List<Row> Rows(IEnumerable<JsonObject> rows) => [.. rows.Select(Row)];

    public static string Text(IResolveFieldContext context, string name) => ArgumentPayload.Text(context, name);

    private static SystemField Reads(string name, string collection, Func<SchemaView, IResolveFieldContext, object?> read) => new(name,
        caller => caller.Access.Allows(collection, AccessAction.Read),
            context => Task.FromResult(read(new SchemaView(GraphQLCall.Of(context).Caller), context)));
}
