using System.Text;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Writing;

public sealed class WriteTreeCheckerTests
{
    [Fact]
    public void An_item_becomes_a_row_of_typed_values()
    {
        var item = Writes.Planned("articles", """{"id":"7","title":"x","pages":3,"flag":true,"day":"2026-12-01","ident":null}""");

        Assert.Equal(["id", "title", "pages", "flag", "day", "ident"], item.Row.Columns.Select(column => column.Name));
        Assert.Equal([7, "x", 3, true, new DateOnly(2026, 12, 1), null], item.Row.Columns.Select(column => item.Row.Values[column]));
    }

    [Fact]
    public void What_comes_from_other_items_is_still_expected()
    {
        var item = Writes.Planned("articles", """{"author":{"name":"x"},"comments":[{"text":"y"}]}""");

        Assert.True(item.Row.Expects(item.Links[0].Field));
        Assert.Equal("x", item.Links[0].Item!.Row.ToObject()["name"]!.GetValue<string>());
        Assert.True(item.Lists[0].Items[0].Row.Expects(item.Lists[0].Write.ForeignKey));
    }

    [Fact]
    public void New_items_of_changes_are_numbered_where_the_relation_sorts()
    {
        var changed = Writes.Planned("articles", """{"tags":{"create":[{"tag":1},{"tag":2,"place":9}]}}""").Lists[0];
        var whole = Writes.Planned("articles", """{"tags":[{"tag":1}]}""").Lists[0];

        var place = changed.Write.SortField!;
        Assert.Equal([true, false], changed.Items.Select(item => item.Row.Expects(place)));
        Assert.False(whole.Items[0].Row.Expects(place));
    }

    [Fact]
    public void An_item_that_is_only_referred_to_has_no_row()
    {
        var node = Writes.Create("articles", """{"author":{"id":3}}""");

        var link = Assert.Single(Writes.Checker().Check(node).Links);

        Assert.Null(link.Item);
        Assert.Equal(3, link.Target.Keys[0]);
    }

    [Theory]
    [InlineData("""{"secret":"x"}""")]
    [InlineData("""{"unknown":"x"}""")]
    [InlineData("""{"comments":[{"text":"x"}]}""")]
    [InlineData("""{"author":{"name":"x"}}""")]
    public void What_the_caller_may_not_write_is_forbidden(string item)
    {
        var caller = Writes.May(AccessAction.Create, "articles", "title,author,comments");

        var refusal = Assert.Throws<DirectusException>(() => Writes.Planned("articles", item, caller));

        Assert.Equal(ErrorCodes.Forbidden, refusal.Code);
    }

    [Fact]
    public void Every_failure_of_an_item_is_told()
    {
        var caller = Writes.May(AccessAction.Create, "articles", "*", """{"_and":[{"title":{"_eq":"x"}},{"pages":{"_gt":5}}]}""");

        var refusal = Assert.Throws<DirectusException>(() => Writes.Planned("articles", """{"title":"y","pages":1}""", caller));

        Assert.Equal([ErrorCodes.FailedValidation, ErrorCodes.FailedValidation], refusal.Errors.Select(error => error.Code));
    }

    [Fact]
    public void Presets_fill_what_is_left_out_and_nothing_else()
    {
        var caller = Writes.May(AccessAction.Create, "articles", "title", presets: """{"title":"preset","pages":5}""");

        Assert.Equal("""{"title":"x","pages":5}""", Writes.Planned("articles", """{"title":"x"}""", caller).Row.ToObject().ToJsonString());
        Assert.Equal("""{"title":"preset","pages":5}""", Sorted(Writes.Planned("articles", "{}", caller).Row.ToObject().ToJsonString()));
    }

    [Fact]
    public void Secrets_are_masked_in_revisions()
    {
        var item = Writes.Planned("articles", """{"title":"x","token":"secret","author":3}""");

        var revision = Encoding.UTF8.GetString(item.Row.ToRevision(field => field.Name != "author")!);

        Assert.Equal("""{"title":"x","token":"**********"}""", revision);
        Assert.Null(item.Row.ToRevision(_ => false));
    }

    // Presets have no order.
    private static string Sorted(string json) => json.StartsWith("{\"pages\"", StringComparison.Ordinal) ? """{"title":"preset","pages":5}""" : json;
}
