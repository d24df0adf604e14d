using System.Buffers;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.LegacyV11;

/// <summary>A preset of the app ↔ a preference.</summary>
public sealed class PresetFormTests
{
    private static readonly LegacyTable Comments =
        LegacyTables.Readable(new Caller(Principal.Public with { Admin = true }, Library.Schema, AccessRules.Unrestricted), "comments");

    [Theory]
    [InlineData("null", "id,text,article by id ASC, 1,2")]
    [InlineData("{}", "id,text,article by id ASC, 1,2")]
    [InlineData("{'tabular':{'fields':['text'],'sort':['-text']},'legacy':{'status':'1'}}", "text by text DESC, 1")]
    [InlineData("{'tabular':{'fields':['gone','article.title','text'],'sort':'article'}}", "text by article ASC, 1,2")]
    [InlineData("{'tabular':{'fields':['gone'],'sort':['-gone']},'cards':{'size':4}}", "id,text,article by id ASC, 1,2")]
    [InlineData("{'tabular':7,'legacy':[]}", "id,text,article by id ASC, 1,2")]
    public void Told_is_what_is_stored_else_what_is_usual(string query, string told)
    {
        var preference = PresetForm.Of(Preset(query), Comments, 5);
        Assert.Equal(told,
            $"{string.Join(',', preference.Columns)} by {preference.Sort} {(preference.Descending ? "DESC" : "ASC")}, {preference.Status}");
    }

    [Theory]
    [InlineData("null", "{'sort_order':'desc'}", "{'tabular':{'sort':['-id']}}")]
    [InlineData("null", "{'sort':'text'}", "{'tabular':{'sort':['text']}}")]
    [InlineData("{'tabular':{'sort':['-text'],'widths':{'id':9}}}", "{'sort':'article'}", "{'tabular':{'sort':['-article'],'widths':{'id':9}}}")]
    [InlineData("{'tabular':{'sort':['-text']}}", "{'sort_order':'ASC'}", "{'tabular':{'sort':['text']}}")]
    [InlineData("{'cards':{'size':4}}", "{'columns_visible':'id, text','status':'1,2'}",
        "{'cards':{'size':4},'tabular':{'fields':['id','text']},'legacy':{'status':'1,2'}}")]
    [InlineData("{'legacy':{'url':'u'}}", "{'status':0}", "{'legacy':{'url':'u','status':'0'}}")]
    [InlineData("{'tabular':7}", "{'columns_visible':['text']}", "{'tabular':{'fields':['text']}}")]
    public void What_is_given_is_laid_over_what_is_stored(string query, string given, string changed)
    {
        var preset = Preset(query);
        var change = PresetForm.Change(preset, PreferenceInput.Read(Comments, Json(given)), PresetForm.Of(preset, Comments, 5));
        Assert.Equal(changed.Replace('\'', '"'), change["layout_query"]!.ToJsonString());
        Assert.False(change.ContainsKey("search"));
    }

    [Theory]
    [InlineData("{'search_string':'x'}", "x")]
    [InlineData("{'search_string':''}", null)]
    [InlineData("{'search_string':null}", null)]
    public void A_search_is_set_or_taken_away(string given, string? search)
    {
        var change = PresetForm.Change(default, PreferenceInput.Read(Comments, Json(given)), PresetForm.Usual(Comments, 5, null));
        Assert.True(change.ContainsKey("search"));
        Assert.Equal(search, (string?)change["search"]);
    }

    [Theory]
    [InlineData("{'sort':'nope'}")]
    [InlineData("{'columns_visible':'id,nope'}")]
    [InlineData("{'sort_order':'UP'}")]
    public void What_makes_no_sense_is_refused(string given) => Assert.Throws<DirectusException>(() => PreferenceInput.Read(Comments, Json(given)));

    [Theory]
    [InlineData("tables/articles/pref/Draft Articles", "articles")]
    [InlineData("/tables/articles/pref/a/b", "articles")]
    [InlineData("tables/articles", null)]
    [InlineData("https://example.com/tables/articles/pref/x", null)]
    public void A_bookmark_of_a_table_names_it(string url, string? table) => Assert.Equal(table, BookmarkTable.TableOf(url));

    [Fact]
    public void A_preference_is_told_in_its_order()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) PresetForm.Usual(Comments, 5, "Mine").Write(json);
        Assert.Equal("""
            {"id":null,"user":5,"table_name":"comments","title":"Mine","columns_visible":"id,text,article","sort":"id",
            "sort_order":"ASC","status":"1,2","search_string":null}
            """.ReplaceLineEndings(""), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static JsonElement Preset(string query) => Json($"{{'id':1,'bookmark':null,'search':null,'layout_query':{query}}}");

    private static JsonElement Json(string text) => JsonElement.Parse(text.Replace('\'', '"'));
}
