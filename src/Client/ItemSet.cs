using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Directus.Grpc.Common.V1;

namespace Directus.Grpc.Client;

/// <summary>Items of a collection, or the part of them that a query describes. Never changes: each step returns a new
/// one, so a set may be kept, shared and refined.</summary>
/// <typeparam name="T">What an item is read as.</typeparam>
public sealed partial class ItemSet<T> where T : class
{
    private readonly Connection connection;
    private readonly string collection;
    private readonly Query query;
    private readonly JsonTypeInfo<T> row;

    internal ItemSet(Connection connection, string collection, Query query, JsonTypeInfo<T> row)
    {
        this.connection = connection;
        this.collection = collection;
        this.query = query;
        this.row = row;
    }

    /// <summary>Keeps the items that fulfil the filter, on top of the filters before.</summary>
    public ItemSet<T> Where(Filter filter) => With(next =>
        next.Filter = next.Filter is null ? filter.ToStruct() : (new Filter(next.Filter) & filter).ToStruct());

    /// <summary>Answers these fields only: names, dotted paths into relations, <c>*</c>.</summary>
    public ItemSet<T> Fields(params IEnumerable<string> fields) => With(next =>
    {
        next.Fields.Clear();
        next.Fields.Add(fields);
    });

    /// <summary>Sorts by fields; a leading <c>-</c> sorts descending.</summary>
    public ItemSet<T> Sort(params IEnumerable<string> fields) => With(next =>
    {
        next.Sort.Clear();
        next.Sort.Add(fields);
    });

    /// <summary>Answers so many items at most; -1 for as many as the server admits.</summary>
    public ItemSet<T> Limit(int limit) => With(next => next.Limit = limit);

    /// <summary>Leaves out so many items.</summary>
    public ItemSet<T> Offset(int offset) => With(next => next.Offset = offset);

    /// <summary>Answers a page of <see cref="Limit"/> items, counted from 1.</summary>
    public ItemSet<T> Page(int page) => With(next => next.Page = page);

    /// <summary>Keeps the items with the text in one of their fields.</summary>
    public ItemSet<T> Search(string text) => With(next => next.Search = text);

    /// <summary>Queries nested relations: <c>{"comments": {"_limit": 3, "_sort": ["-id"]}}</c>.</summary>
    public ItemSet<T> Deep(string json) => With(next => next.Deep = StructWriter.Parse(json));

    /// <summary>Queries nested relations.</summary>
    public ItemSet<T> Deep(JsonObject queries) => With(next => next.Deep = StructWriter.Object(queries));

    /// <summary>Reads the items as another type, for instance one that holds the chosen fields only.</summary>
    public ItemSet<TRow> As<TRow>() where TRow : class => As(connection.Options.Json.RowType<TRow>());

    /// <summary>Reads the items as another type, by source-generated metadata.</summary>
    public ItemSet<TRow> As<TRow>(JsonTypeInfo<TRow> type) where TRow : class => new(connection, collection, query, type);

    /// <summary>The collection and the query, as they are sent.</summary>
    public override string ToString() => $"{collection} {query}";

    private ItemSet<T> With(Action<Query> change)
    {
        var next = query.Clone();
        change(next);
        return new(connection, collection, next, row);
    }
}
