using Directus.Grpc.Server.Schema;
using GraphQL.Types;
using FieldType = Directus.Grpc.Server.Schema.FieldType;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The operators that a filter may use on a field.</summary>
internal sealed class OperatorTypes(TypeSet types)
{
    private static readonly string[] Presence = ["_null", "_nnull"];
    private static readonly string[] Emptiness = ["_empty", "_nempty"];
    private static readonly string[] Equality = ["_eq", "_neq"];
    private static readonly string[] Order = ["_gt", "_gte", "_lt", "_lte"];
    private static readonly string[] Lists = ["_in", "_nin"];
    private static readonly string[] Ranges = ["_between", "_nbetween"];

    private static readonly string[] Parts =
    [
        "_contains", "_icontains", "_ncontains", "_starts_with", "_nstarts_with", "_istarts_with", "_nistarts_with", "_ends_with", "_nends_with",
        "_iends_with", "_niends_with",
    ];

    private static readonly string[] Shapes = ["_intersects", "_nintersects", "_intersects_bbox", "_nintersects_bbox"];

    public InputObjectGraphType Of(Field field)
    {
        var type = FieldForms.Of(field, types);
        if (ReferenceEquals(type, types.Flag)) return Make("boolean_filter_operators", types.Flag, Equality, [], Presence);
        if (ReferenceEquals(type, types.GeoJson)) return Make("geometry_filter_operators", types.GeoJson, [.. Equality, .. Shapes], [], Presence);
        if (ReferenceEquals(type, types.Int) || ReferenceEquals(type, types.Float))
            return Make("number_filter_operators", types.StringOrFloat, [.. Equality, .. Order], [.. Lists, .. Ranges], Presence);
        if (ReferenceEquals(type, types.BigInt)) return Make("big_int_filter_operators", types.BigInt, [.. Equality, .. Order], [.. Lists, .. Ranges], Presence);
        if (ReferenceEquals(type, types.Date)) return Dates();
        if (ReferenceEquals(type, types.Id)) return Make("id_filter_operators", types.Id, [.. Equality, .. Parts], Lists, [.. Presence, .. Emptiness]);
        if (ReferenceEquals(type, types.Hash)) return Make("hash_filter_operators", types.Text, [], [], [.. Presence, .. Emptiness]);
        return Make("string_filter_operators", types.Text, [.. Equality, .. Parts], Lists, [.. Presence, .. Emptiness]);
    }

    /// <summary>Rules about functions of a field; null when there are none for it.</summary>
    public InputObjectGraphType? OfFunctions(Field field, bool list) => field switch
    {
        _ when list => Functions("count_function_filter_operators", ["count"]),
        { Type: FieldType.Json } => Functions("count_function_filter_operators", ["count"]),
        { Masked: true } => null,
        { Type: FieldType.Date } => Functions("date_function_filter_operators", FunctionTypes.OfDate),
        { Type: FieldType.Time } => Functions("time_function_filter_operators", FunctionTypes.OfTime),
        { Type: FieldType.DateTime or FieldType.Timestamp } => Functions("datetime_function_filter_operators", [.. FunctionTypes.OfDate, .. FunctionTypes.OfTime]),
        _ => null,
    };

    private InputObjectGraphType Dates() => types.Once("date_filter_operators", () =>
    {
        var type = new InputObjectGraphType { Name = "date_filter_operators" };
        foreach (var test in (string[])[.. Equality, .. Order]) type.AddField(new GraphField { Name = test, ResolvedType = types.Text });
        foreach (var test in Lists) type.AddField(new GraphField { Name = test, ResolvedType = new ListGraphType(types.Text) });
        foreach (var test in Ranges) type.AddField(new GraphField { Name = test, ResolvedType = new ListGraphType(types.StringOrFloat) });
        foreach (var test in Presence) type.AddField(new GraphField { Name = test, ResolvedType = types.Flag });
        return type;
    });

    private InputObjectGraphType Functions(string name, string[] functions) => types.Once(name, () =>
    {
        var number = Make("number_filter_operators", types.StringOrFloat, [.. Equality, .. Order], [.. Lists, .. Ranges], Presence);
        var type = new InputObjectGraphType { Name = name };
        foreach (var function in functions) type.AddField(new GraphField { Name = function, ResolvedType = number });
        return type;
    });

    private InputObjectGraphType Make(string name, IGraphType operand, string[] one, string[] many, string[] flags) => types.Once(name, () =>
    {
        var type = new InputObjectGraphType { Name = name };
        foreach (var test in one) type.AddField(new GraphField { Name = test, ResolvedType = operand });
        foreach (var test in many) type.AddField(new GraphField { Name = test, ResolvedType = new ListGraphType(operand) });
        foreach (var test in flags) type.AddField(new GraphField { Name = test, ResolvedType = types.Flag });
        return type;
    });
}
