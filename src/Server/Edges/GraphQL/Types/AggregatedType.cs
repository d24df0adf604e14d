using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The type of a collection's groups: what they have in common, how many there are, and what was computed.</summary>
internal sealed class AggregatedType : ObjectGraphType
{
    private const string Group = "group";
    private static readonly string CountAll = AggregateFunctions.CountAll.Name;

    public AggregatedType(string name, Collection collection, TypeSet types)
    {
        Name = name;
        Collection = collection;
        AddField(new GraphField
        {
            Name = Group, ResolvedType = types.Json,
            Resolver = new FuncFieldResolver<object?>(context => Groups((Row)context.Source!))
        });
        AddField(new GraphField
        {
            Name = CountAll, ResolvedType = types.Int,
            Resolver = new FuncFieldResolver<object?>(context => Cell.Of(((Row)context.Source!)[CountAll], CellForm.Whole))
        });
    }

    public Collection Collection { get; }

    /// <summary>Adds a function with the type that has a field for each field it can be computed of.</summary>
    public void Add(AggregateFunction function, ObjectGraphType of) => AddField(new GraphField
    {
        Name = function.Name,
        ResolvedType = of,
        Resolver = new FuncFieldResolver<object?>(context => new Row(((Row)context.Source!)[function.Name])),
    });

    /// <summary>What is asked to be computed.</summary>
    public ImmutableArray<Aggregation> Aggregations(QueryReader asked)
    {
        var found = ImmutableArray.CreateBuilder<Aggregation>();
        foreach (var functions in asked.Asked(this).GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            if (AggregateFunctions.Find(functions.Key) is not { } function) continue;
            if (function == AggregateFunctions.CountAll) found.Add(new Aggregation(function, ["*"]));
            if (Fields.Find(functions.Key)?.ResolvedType is not ObjectGraphType type) continue;
            var fields = functions.SelectMany(field => asked.Asked(field, type)).Select(field => field.Name)
                .Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToImmutableArray();
            if (fields.Length > 0) found.Add(new Aggregation(function, fields));
        }

        return found.DrainToImmutable();
    }

    // What is no function is what the group has in common.
    private JsonElement? Groups(Row row)
    {
        var common = new JsonObject();
        foreach (var property in row.Json.EnumerateObject())
            if (!Fields.Any(field => field.Name == property.Name && field.Name != Group))
                common[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return common.Count == 0 ? null : JsonSerializer.SerializeToElement(common);
    }
}
