using System.Collections.Frozen;
using Directus.Grpc.Server.Edges.GraphQL.Scalars;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The named types of one schema. A name is given once: collections are named by strangers, and the library would
/// take two types of one name for the same.</summary>
internal sealed class TypeSet
{
    private readonly Dictionary<string, IGraphType> _named = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _kept;

    /// <param name="kept">Names that no collection takes, since types of their own have them.</param>
    public TypeSet(IReadOnlySet<string> kept)
    {
        _kept = kept;
        foreach (var scalar in (ScalarGraphType[])[Id, Int, Float, Flag, Text, Date, Hash, BigInt, StringOrFloat, Json, GeoJson, Void])
            _named.Add(scalar.Name, scalar);
    }

    // Types that are the same in every schema, made when they are needed: no collection takes their names.
    private static readonly FrozenSet<string> Fixed = FrozenSet.Create(StringComparer.Ordinal, "Query", "Mutation", "Subscription",
        "count_functions", "date_functions", "time_functions", "datetime_functions",
        "boolean_filter_operators", "geometry_filter_operators", "number_filter_operators", "big_int_filter_operators", "date_filter_operators",
        "id_filter_operators", "hash_filter_operators", "string_filter_operators",
        "count_function_filter_operators", "date_function_filter_operators", "time_function_filter_operators", "datetime_function_filter_operators",
            "delete_one", "delete_many", "EventEnum");

    public IdGraphType Id { get; } = new();

    public IntGraphType Int { get; } = new();

    public FloatGraphType Float { get; } = new();

    public BooleanGraphType Flag { get; } = new();

    public StringGraphType Text { get; } = new();

    public PlainScalar Date { get; } = new("Date", "ISO8601 Date values", numbers: false);

    public PlainScalar Hash { get; } = new("Hash", "Hashed string values", numbers: false);

    public PlainScalar BigInt { get; } = new("GraphQLBigInt", "BigInt value", numbers: true);

    public PlainScalar StringOrFloat { get; } = new("GraphQLStringOrFloat", "A Float or a String", numbers: true);

    public AnyScalar Json { get; } = new("JSON",
        "The `JSON` scalar type represents JSON values as specified by " +
        "[ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf).");

    public AnyScalar GeoJson { get; } = new("GraphQLGeoJSON", "GeoJSON value");

    public VoidScalar Void { get; } = new();

    /// <summary>Whether a type may still be called so.</summary>
    public bool IsFree(string name) => Names.Fit(name) && !Fixed.Contains(name) && !_kept.Contains(name) && !_named.ContainsKey(name);

    /// <summary>The name, or one like it when a collection has it.</summary>
    public string FreeName(string wanted)
    {
        while (!IsFree(wanted)) wanted += "_";
        return wanted;
    }

    public IGraphType? Find(string name) => _named.GetValueOrDefault(name);

    public T Add<T>(T type) where T : IGraphType
    {
        _named.Add(type.Name, type);
        return type;
    }

    /// <summary>The type of that name, made when it is asked for the first time.</summary>
    public T Once<T>(string name, Func<T> make) where T : IGraphType => _named.TryGetValue(name, out var known) ? (T)known : Add(make());
}
