using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>A condition on a column, by what kind of column it is: a value, a key of another row, or a list of rows.</summary>
internal sealed class ColumnTest(Caller caller, LegacyColumn column)
{
    private const int MostKeys = 1_000;

    private string Source => column.Source ?? throw LegacyErrors.Refused($"The column [{column.Name}] can't be filtered");

    public FilterNode Of(LegacyTest test)
    {
        if (column.Relation is { Many: true } list) return OfList(list, test);
        if (test.Operator.IsOfLists()) throw Unfit(test);
        if (column.Relation is { } one && test.Operator is LegacyOperator.Like or LegacyOperator.NotLike) return OfRelated(one, test);
        return column.Form.Test is { } own ? own(Source, test) : OfValue(test);
    }

    private FilterNode OfValue(LegacyTest test) => (test.Value.Length == 0 && HoldsText ? OfNoCharacter(test) : null) ?? test.Operator switch
    {
        LegacyOperator.Equal => Is(FilterOperators.Equal, test),
        LegacyOperator.NotEqual => Is(FilterOperators.NotEqual, test),
        LegacyOperator.Less => Is(Conditions.Less, test),
        LegacyOperator.LessOrEqual => Is(Conditions.LessOrEqual, test),
        LegacyOperator.Greater => Is(Conditions.Greater, test),
        LegacyOperator.GreaterOrEqual => Is(Conditions.GreaterOrEqual, test),
        LegacyOperator.In => test.Values.IsEmpty ? Conditions.Never(Source) : IsList(FilterOperators.In, test),
        LegacyOperator.NotIn => test.Values.IsEmpty ? FilterNode.All : IsList(FilterOperators.NotIn, test),
        LegacyOperator.Null or LegacyOperator.NotNull => Conditions.Null(Source, test.Operator == LegacyOperator.Null == Affirms(test)),
        LegacyOperator.Like => IsLike(Conditions.Like, test),
        LegacyOperator.NotLike => IsLike(Conditions.NotLike, test),
        LegacyOperator.Between => IsRange(Conditions.Between, test),
        LegacyOperator.NotBetween => IsRange(Conditions.NotBetween, test),
        _ => IsEmpty(test.Operator == LegacyOperator.Empty),
    };

    // The text without a character comes before all others.
    private FilterNode? OfNoCharacter(LegacyTest test) => test.Operator switch
    {
        LegacyOperator.Equal or LegacyOperator.LessOrEqual => Conditions.All([Conditions.Empty(Source), Conditions.Null(Source, holds: false)]),
        LegacyOperator.NotEqual or LegacyOperator.Greater => Conditions.Empty(Source, holds: false),
        LegacyOperator.Less => Conditions.Never(Source),
        LegacyOperator.GreaterOrEqual => Conditions.Null(Source, holds: false),
        _ => null,
    };

    private FilterNode Is(FilterOperator known, LegacyTest test) => Conditions.Is(new FieldPath(Source), known, Value(test.Value));

    private FilterNode IsList(FilterOperator known, LegacyTest test) =>
        Conditions.Is(new FieldPath(Source), known, JsonSerializer.SerializeToElement(test.Values.Select(Value)));

    private FilterNode IsRange(FilterOperator known, LegacyTest test) => test.Values.Length == 2
        ? IsList(known, test)
        : throw LegacyErrors.Refused($"The operator [{test.Name}] takes two values");

    // The value stands for itself, `%` and `_` too. Every text contains the one without a character.
    private FilterNode IsLike(FilterOperator known, LegacyTest test)
    {
        if (column.Field is not { } field || !known.Fits(field)) throw Unfit(test);
        if (test.Value.Length == 0) return known.Negated ? Conditions.Never(Source) : Conditions.Null(Source, holds: false);
        return Conditions.Is(Source, known, test.Value);
    }

    private FilterNode IsEmpty(bool holds) => HoldsText ? Conditions.Empty(Source, holds) : Conditions.Null(Source, holds);

    // Any text of the related row contains it, or one of its numbers is it.
    private FilterNode OfRelated(LegacyRelation relation, LegacyTest test)
    {
        if (LegacyTables.Find(caller, relation.Table) is not { } table) throw Unfit(test);
        var negated = test.Operator.IsNegated();
        var terms = table.Columns.Select(other => new ColumnTest(caller, other).Holding(test)).OfType<FilterNode>();
        return negated
            ? new FilterNode.Or([Conditions.Null(Source), new FilterNode.At(new FieldPath(Source), Conditions.All(terms))])
            : new FilterNode.At(new FieldPath(Source), Conditions.Any(terms, table.Key.Source!));
    }

    // Of a column that may hold it: whether it does, or not.
    private FilterNode? Holding(LegacyTest test)
    {
        if (column.Hidden || column.Relation is not null || column.Form.Test is not null || column.Field is not { } field) return null;
        FilterNode term;
        if (Conditions.Like.Fits(field)) term = OfValue(test);
        else if (IsNumber(field) && decimal.TryParse(test.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            term = OfValue(test with { Operator = test.Operator.IsNegated() ? LegacyOperator.NotEqual : LegacyOperator.Equal });
        else return null;
        return test.Operator.IsNegated() ? new FilterNode.Or([Conditions.Null(Source), term]) : term;
    }

    private FilterNode OfList(LegacyRelation list, LegacyTest test)
    {
        if (test.Operator == LegacyOperator.All) return OfAll(list, test);
        var count = new FieldPath(Source, FieldFunctions.Count.Name);
        var (known, number) = test.Operator switch
        {
            LegacyOperator.Has => Number(test) is > 0 and var least ? (FilterOperators.GreaterOrEqual, least) : (FilterOperators.Equal, 0),
            LegacyOperator.HasNot => (FilterOperators.Less, Number(test)),
            LegacyOperator.Empty => (FilterOperators.Equal, 0),
            LegacyOperator.NotEmpty => (FilterOperators.Greater, 0),
            _ => throw Unfit(test),
        };
        return Conditions.Is(count, known, JsonSerializer.SerializeToElement(number));
    }

    private FilterNode OfAll(LegacyRelation list, LegacyTest test)
    {
        if (test.Values.Length > MostKeys) throw LegacyErrors.Refused($"The operator [{test.Name}] takes at most {MostKeys} keys");
        if (LegacyTables.Find(caller, list.Table) is not { } table) throw Unfit(test);
        var key = new ColumnTest(caller, table.Key);
        return Conditions.All(test.Values.Select(value =>
            list.Lead(Source, key.Of(new LegacyTest(LegacyOperator.Equal, test.Name, [value])))));
    }

    private static int Number(LegacyTest test) =>
        int.TryParse(test.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw LegacyErrors.Refused($"The operator [{test.Name}] takes a number");

    private JsonElement Value(string text) => JsonSerializer.SerializeToElement(column.Form.In(JsonSerializer.SerializeToElement(text)));

    private bool HoldsText => column.Field is { } known && FieldFamilies.Of(known) is FieldFamily.Text or FieldFamily.Masked;

    private static bool Affirms(LegacyTest test) => test.Value is not ("0" or "false");

    private static bool IsNumber(Field field) => FieldFamilies.Of(field) == FieldFamily.Number;

    private DirectusException Unfit(LegacyTest test) => LegacyErrors.Refused($"The operator [{test.Name}] does not fit the column [{column.Name}]");
}
