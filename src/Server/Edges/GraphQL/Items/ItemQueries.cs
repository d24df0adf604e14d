using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Edges.GraphQL.Types;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Resolves the fields that read items: each by one query of the engine, whatever is nested in it.</summary>
internal sealed class ItemQueries(ItemReader reader, IOptions<QueryLimits> limits)
{
    /// <summary>The items of a collection, or the item of a singleton.</summary>
    public async Task<object?> ListAsync(IResolveFieldContext context, CollectionType type)
    {
        var query = Reader(context).Read(type);
        query = query with { Version = VersionOf(context) };
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.List(type.Collection.Name, query), sink, context.CancellationToken);
        return type.Collection.Singleton ? Row.Of(sink.Written) : Row.ListOf(sink.Written);
    }

    /// <summary>One item by its key; FORBIDDEN when it is absent or not readable.</summary>
    public Task<object?> GetAsync(IResolveFieldContext context, CollectionType type) => GetAsync(context, type, Key(context));

    public async Task<object?> GetAsync(IResolveFieldContext context, CollectionType type, JsonElement key)
    {
        var query = Reader(context).Read(type);
        query = query with { Version = VersionOf(context) };
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, new ItemRead.One(type.Collection.Name, key, query), sink, context.CancellationToken);
        return Row.Of(sink.Written);
    }

    /// <summary>One item as a version has it, its relations as they were written there.</summary>
    public async Task<object?> GetVersionAsync(IResolveFieldContext context, Collection collection, ObjectGraphType type)
    {
        var fields = Reader(context).Asked(type).Select(asked => type.Fields.Find(asked.Name)).OfType<ValueField>()
            .Select(value => new FieldSelection(new FieldPath(value.Field.Name), []));
        var query = new ItemQuery { Fields = [.. fields], VersionRaw = true, Version = VersionOf(context) };
        // Only a typename is asked for.
        if (query.Fields.IsEmpty) query = query with { Fields = [new FieldSelection(new FieldPath(collection.PrimaryKey.Name), [])] };
        ItemRead read = collection.Singleton ? new ItemRead.List(collection.Name, query) : new ItemRead.One(collection.Name, Key(context), query);
        using var sink = new BoundedSink(GraphQLCall.Of(context));
        await reader.ReadAsync(GraphQLCall.Of(context).Caller, read, sink, context.CancellationToken);
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

    public static JsonElement Key(IResolveFieldContext context, string name = "id") => ArgumentJson.Of(context.GetArgument<object?>(name));

    private static string? VersionOf(IResolveFieldContext context) =>
        context.GetArgument<string?>("version") is { Length: > 0 } version && version != "main" ? version : null;

    private QueryReader Reader(IResolveFieldContext context) => new(context, limits.Value);
}
