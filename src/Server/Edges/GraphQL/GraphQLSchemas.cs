using Directus.Grpc.Server.Access;
using GraphQL.Types;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>Keeps the schemas that were built last. Callers of the same rights see the same one; who makes many sets of rights
/// pushes others out, and no more.</summary>
internal sealed class GraphQLSchemas(GraphQLSchemaBuilder builder, IOptions<GraphQLOptions> options)
{
    private readonly Dictionary<Key, LinkedListNode<Entry>> _known = [];
    private readonly LinkedList<Entry> _byUse = [];
    private readonly Lock _lock = new();

    public ISchema For(Caller caller, GraphQLScope scope)
    {
        var principal = caller.Principal;
        var key = new Key(scope, caller.Schema.Version, principal.Admin, principal.User is not null, RightsMark.Of(caller.Access));
        return Find(key, caller).Schema.Value;
    }

    private Entry Find(Key key, Caller caller)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(key, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value;
            }

            var entry = new Entry(key, new Lazy<ISchema>(() => builder.Build(caller, key.Scope)));
            _known[key] = _byUse.AddFirst(entry);
            // Those of older schemas are asked for by nobody any more, and go first.
            while (_known.Count > Math.Max(1, options.Value.SchemaCacheCapacity) && _byUse.Last is { } last)
            {
                _known.Remove(last.Value.Key);
                _byUse.RemoveLast();
            }

            return entry;
        }
    }

    private readonly record struct Key(GraphQLScope Scope, long Version, bool Admin, bool Known, string Rights);

    private sealed record Entry(Key Key, Lazy<ISchema> Schema);
}
