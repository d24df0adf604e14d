using Directus.Grpc.Server.Edges.GraphQL.Documents;
using Directus.Grpc.Server.Kernel;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges.GraphQL;

/// <summary>The last document that is let in, and the first one that is not.</summary>
public sealed class DocumentBoundsTests
{
    [Fact]
    public void An_operation_has_so_many_fields_of_its_own()
    {
        Admits(Each(DocumentBounds.MaxRootFields, n => $"a{n}: x "));
        Refuses(Each(DocumentBounds.MaxRootFields + 1, n => $"a{n}: x "), "more than 100 fields of its own");
        Refuses($"x ...f }} fragment f on Query {{ {Each(DocumentBounds.MaxRootFields, n => $"a{n}: x ")}", "more than 100 fields of its own");
    }

    [Fact]
    public void Fields_are_counted_wherever_they_are()
    {
        const string inside = "i { ...f }";
        var fragment = $"}} fragment f on T {{ {Each(99, n => $"f{n} ")}";
        Admits($"{Each(99, n => $"r{n}: {inside} ")} {fragment}");
        Refuses($"r {{ {Each(101, n => $"s{n}: {inside} ")} }} {fragment}", "more than 10000 fields");
    }

    [Fact]
    public void Fields_that_have_fields_are_counted()
    {
        Admits($"r {{ {Each(DocumentBounds.MaxSets - 1, n => $"a{n} {{ id }} ")} }}");
        Refuses($"r {{ {Each(DocumentBounds.MaxSets, n => $"a{n} {{ id }} ")} }}", "more than 1000 fields that have fields");
    }

    [Fact]
    public void Fragments_count_at_each_place_where_they_are_spread()
    {
        var doubling = Each(10, n => $"}} fragment f{n} on T {{ a {{ ...f{n + 1} }} b {{ ...f{n + 1} }} ");

        Refuses($"r {{ ...f0 }} {doubling} }} fragment f10 on T {{ id", "more than 1000 fields that have fields");
        Admits("r { ...f } } fragment f on T { id ...f");
        Admits("r { ...absent }");
    }

    [Fact]
    public void Nesting_has_a_depth()
    {
        Admits($"{Repeat("a { ", DocumentBounds.MaxDepth - 1)} id {Repeat("} ", DocumentBounds.MaxDepth - 1)}");
        Refuses($"{Repeat("a { ", DocumentBounds.MaxDepth)} id {Repeat("} ", DocumentBounds.MaxDepth)}", "fields nested more than 32 deep");
    }

    [Fact]
    public void One_field_is_asked_for_so_many_times()
    {
        Admits($"r {{ {Repeat("id ", 100)} }}");
        Refuses($"r {{ {Repeat("id ", 101)} }}", "one field more than 100 times");
        Refuses($"r {{ {Repeat("... { id } ", 101)} }}", "one field more than 100 times");
        Admits($"r {{ {Each(101, n => $"a{n}: id ")} }}");
    }

    [Fact]
    public void Lists_of_the_schema_are_not_within_lists_of_lists()
    {
        Admits("__schema { types { fields { type { fields { name } } } } }");
        Refuses("__schema { types { fields { type { fields { type { interfaces { name } } } } } } }", "lists of the schema within lists");
        Admits("a { fields { b { fields { c { interfaces { name } } } } } }");
    }

    [Fact]
    public void Tokens_are_counted_before_anything_is_parsed()
    {
        DocumentBounds.RequireFewTokens("{ a b }", 4);

        var refusal = Assert.Throws<DirectusException>(() => DocumentBounds.RequireFewTokens("{ a b c }", 4));
        Assert.Equal(ErrorCodes.GraphQLValidation, refusal.Code);
    }

    private static void Admits(string fields) => Check(fields);

    private static void Refuses(string fields, string why)
    {
        var refusal = Assert.Throws<DirectusException>(() => Check(fields));
        Assert.Equal(ErrorCodes.GraphQLValidation, refusal.Code);
        Assert.Contains(why, $"{refusal.Errors[0].Extensions["errors"]}", StringComparison.Ordinal);
    }

    private static void Check(string fields)
    {
        var document = Parser.Parse($"{{ {fields} }}", new ParserOptions { MaxDepth = 1_000 });
        new DocumentBounds(document).Check(document.Definitions.OfType<GraphQLOperationDefinition>().Single());
    }

    private static string Each(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));

    private static string Repeat(string text, int times) => Each(times, _ => text);
}
