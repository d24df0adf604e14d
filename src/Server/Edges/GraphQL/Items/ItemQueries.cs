using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using GraphQL;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Resolves the fields that read items: each by one query of the engine, whatever is nested in it.</summary>
internal sealed class ItemQueries(ItemReader reader, IOptions<QueryLimits> limits)
{
    /// <summary>The items of a collection, or the item of a singleton.</summary>
    public async Task<object?> ListAsync(IResolveFieldContext context, CollectionType type)
    {
        var query = Reader(context).Read(type);
        if (context.GetArgument<string?>("version") is { } version) query = query with { Version = version };
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.List(type.Collection.Name, query), sink, context.CancellationToken);
        return type.Collection.Singleton ? Row.Of(sink.Written) : Row.ListOf(sink.Written);
    }

    /// <summary>One item by its key; FORBIDDEN when it is absent or not readable.</summary>
    public Task<object?> GetAsync(IResolveFieldContext context, CollectionType type) => GetAsync(context, type, Key(context));

    public async Task<object?> GetAsync(IResolveFieldContext context, CollectionType type, JsonElement key)
    {
        var query = Reader(context).Read(type);
        if (context.GetArgument<string?>("version") is { Length: > 0 } version && version != "main") query = query with { Version = version };
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.One(type.Collection.Name, key, query), sink, context.CancellationToken);
        return Row.Of(sink.Written);
    }

    /// <summary>What was written, as far as the caller may read it.</summary>
    public async Task<object?> ListAsync(IResolveFieldContext context, CollectionType type, IReadOnlyList<JsonElement> keys)
    {
        if (keys.Count == 0) return new List<Row>();
        var query = Reader(context).Read(type);
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.List(type.Collection.Name, query, keys), sink, context.CancellationToken);
        return Row.ListOf(sink.Written);
    }

    /// <summary>Groups of a collection's items, or one of them all.</summary>
    public async Task<object?> AggregateAsync(IResolveFieldContext context, AggregatedType type)
    {
        var asked = Reader(context);
        var query = asked.ReadArguments(type.Collection) with { Aggregates = type.Aggregations(asked) };
        // Nothing to compute, nothing to group by: not even the rows were asked for.
        if (query.GroupBy.IsEmpty && query.Aggregates.IsEmpty)
            query = query with { Aggregates = [new Aggregation(AggregateFunctions.CountAll, ["*"])] };
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.List(type.Collection.Name, query), sink, context.CancellationToken);
        return Row.ListOf(sink.Written);
    }

    public static JsonElement Key(IResolveFieldContext context) => ArgumentJson.Of(context.GetArgument<object?>("id"));

    private QueryReader Reader(IResolveFieldContext context) => new(context, limits.Value);
}
