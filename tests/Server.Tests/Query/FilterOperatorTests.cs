using System.Text.Json;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Rules;
using Directus.Grpc.Server.Query.Variables;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>The catalogue of operators: which fields have them, and what each asks of a value that is written.</summary>
public sealed class FilterOperatorTests
{
    private const string Presence = "_null _nnull";
    private const string Lists = "_in _nin";
    private const string Order = "_gt _gte _lt _lte";
    private const string Parts = "_starts_with _nstarts_with _istarts_with _nistarts_with _ends_with _nends_with _iends_with _niends_with";
    private const string Ranges = "_between _nbetween";
    private const string Shapes = "_intersects _nintersects _intersects_bbox _nintersects_bbox";

    // An operator with its operand, a value that keeps it, one that breaks it, and what is then asked for.
    public static TheoryData<string, string, string, string, string> Judged => new()
    {
        { "_eq", "\"a\"", "\"a\"", "\"A\"", "eq" }, { "_neq", "\"a\"", "\"A\"", "\"a\"", "neq" },
        { "_eq", "5", "\"5.0\"", "6", "in" }, { "_neq", "5", "null", "5", "nin" },
        { "_eq", "null", "null", "0", "null" }, { "_neq", "null", "\"\"", "null", "nnull" },
        { "_ieq", "\"a\"", "\"A\"", "\"b\"", "ieq" }, { "_nieq", "\"a\"", "\"b\"", "\"A\"", "nieq" },
        { "_contains", "\"ell\"", "\"hello\"", "\"HELLO\"", "contains" }, { "_ncontains", "\"ell\"", "\"HELLO\"", "\"hello\"", "ncontains" },
        { "_icontains", "\"ell\"", "\"HELLO\"", "\"halo\"", "contains" }, { "_nicontains", "\"ell\"", "\"halo\"", "\"HELLO\"", "ncontains" },
        { "_contains", "\"a,b\"", "[\"a\",\"b\"]", "[\"b\",\"a\"]", "contains" }, { "_ncontains", "\"a\"", "null", "\"a\"", "ncontains" },
        { "_starts_with", "\"he\"", "\"hello\"", "\"Hello\"", "starts_with" },
            { "_nstarts_with", "\"he\"", "\"Hello\"", "\"hello\"", "nstarts_with" },
        { "_istarts_with", "\"he\"", "\"HELLO\"", "\"oh\"", "istarts_with" }, { "_nistarts_with", "\"he\"", "\"oh\"", "\"HELLO\"", "nistarts_with" },
        { "_ends_with", "\"lo\"", "\"hello\"", "\"HELLO\"", "ends_with" }, { "_nends_with", "\"lo\"", "\"HELLO\"", "\"hello\"", "nends_with" },
        { "_iends_with", "\"lo\"", "\"HELLO\"", "\"oh\"", "iends_with" }, { "_niends_with", "\"lo\"", "\"oh\"", "\"HELLO\"", "niends_with" },
        { "_gt", "5", "5.5", "5", "gt" }, { "_gte", "5", "5", "4.9", "gte" }, { "_lt", "5", "-5", "5", "lt" }, { "_lte", "5", "5", "5.1", "lte" },
        { "_gt", "\"2024-01-01\"", "\"2024-01-01T00:00:01\"", "\"2023-12-31\"", "gt" }, { "_gt", "5", "9", "null", "required" },
        { "_in", "[1,2]", "2", "3", "in" }, { "_nin", "[1,2]", "3", "2", "nin" }, { "_in", "\"a, b\"", "\"b\"", "\"c\"", "in" },
        { "_between", "[1,3]", "3", "4", "lte" }, { "_between", "[1,3]", "1", "0", "gte" }, { "_nbetween", "[1,3]", "4", "3", "lt,gt" },
        { "_null", "true", "null", "1", "null" }, { "_null", "false", "1", "null", "nnull" }, { "_nnull", "true", "1", "null", "nnull" },
        { "_empty", "true", "\"\"", "\"a\"", "empty" }, { "_nempty", "true", "\"a\"", "\"\"", "nempty" },
            { "_nempty", "false", "\"\"", "\"a\"", "empty" },
        { "_regex", "\"/^[a-z]+$/\"", "\"abc\"", "\"ABC\"", "regex" }, { "_regex", "\"b\"", "\"abc\"", "null", "required" },
    };

    [Theory, MemberData(nameof(Judged))]
    public void A_written_value_keeps_a_rule_or_is_told_what_to_be(string name, string operand, string kept, string broken, string asked)
    {
        Assert.Empty(Failures(name, operand, kept));
        Assert.Equal(asked, string.Join(',', Failures(name, operand, broken).Select(failure => failure.Type)));
    }

    [Fact]
    public void Submitted_asks_for_the_field_whatever_its_value()
    {
        var rule = FilterParser.Parse(JsonElement.Parse("""{"field":{"_submitted":true}}"""));

        Assert.Empty(Checker().Check(rule, RuledItem.Of(JsonElement.Parse("""{"field":null}"""))));
        Assert.Equal(RuleFailure.Required.Type, Assert.Single(Checker().Check(rule, RuledItem.Of(JsonElement.Parse("{}")))).Type);
    }

    // Whether shapes meet only a database can tell.
    [Fact]
    public void Every_operator_is_judged_in_memory_but_those_of_shapes() => Assert.Equal(
        FilterOperators.All.Where(known => known.Operand != OperandForm.Shape && known.Test != FilterTest.Submitted).Select(known => known.Name)
            .Order(StringComparer.Ordinal),
        Judged.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operator_of_a_field_has_its_SQL_reviewed()
    {
        var reviewed = string.Concat(Directory.GetFiles(Path.Combine(Documents.Root(), "tests", "Server.Tests", "Query", "Baselines"), "*.sql")
            .Select(File.ReadAllText));

        Assert.DoesNotContain(FilterOperators.All,
            known => known.Fields != FieldFamily.None && !reviewed.Contains($"\"{known.Name}\":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FieldFamily.Text, $"_eq _neq _contains _icontains _ncontains _nicontains {Parts} {Lists} {Presence} _empty _nempty")]
    [InlineData(FieldFamily.Id, $"_eq _neq {Lists} {Presence}")]
    [InlineData(FieldFamily.Flag, $"_eq _neq {Presence}")]
    [InlineData(FieldFamily.Number, $"_eq _neq {Order} {Lists} {Ranges} {Presence}")]
    [InlineData(FieldFamily.Time, $"_eq _neq {Order} {Lists} {Ranges} {Presence}")]
    [InlineData(FieldFamily.Shape, $"{Shapes} {Presence}")]
    [InlineData(FieldFamily.Masked, $"{Presence} _empty _nempty")]
    [InlineData(FieldFamily.Other, Presence)]
    public void A_field_has_the_operators_of_its_family(FieldFamily family, string names) =>
        Assert.Equal(names, string.Join(' ', FilterOperators.All.Where(known => known.Fields.HasFlag(family))));

    // Directus' schema shows some that no such field takes, and lacks one.
    [Theory]
    [InlineData(FieldFamily.Text, $"_eq _neq _contains _icontains _ncontains {Parts} {Lists} {Presence} _empty _nempty")]
    [InlineData(FieldFamily.Id, $"_eq _neq _contains _icontains _ncontains {Parts} {Lists} {Presence} _empty _nempty")]
    [InlineData(FieldFamily.Shape, $"_eq _neq {Shapes} {Presence}")]
    [InlineData(FieldFamily.Number, $"_eq _neq {Order} {Lists} {Ranges} {Presence}")]
    public void GraphQL_shows_what_Directus_shows(FieldFamily family, string names) =>
        Assert.Equal(names, string.Join(' ', FilterOperators.All.Where(known => known.IsShownOn(family))));

    private static List<RuleFailure> Failures(string name, string operand, string value) => Checker().Check(
        FilterParser.Parse(JsonElement.Parse($$$"""{"field":{"{{{name}}}":{{{operand}}}}}""")), RuledItem.Of(JsonElement.Parse($$"""{"field":{{value}}}""")));

    private static RuleChecker Checker() => new(new VariableResolver(new PlanVariables(null, null, [], [], DateTimeOffset.UnixEpoch)));
}
