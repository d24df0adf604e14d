using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Privileges;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.LegacyV11;

/// <summary>Permissions of a policy ↔ a privilege.</summary>
public sealed class PermissionRowsTests
{
    private const string All = "{'permissions':{},'fields':['*']}";

    private static readonly Caller Admin = new(Principal.Public with { Admin = true }, Library.Schema, AccessRules.Unrestricted);

    private static readonly PrivilegedTable Comments = PrivilegedTable.Find(Admin, "comments")!;

    [Theory]
    [InlineData("", "view 0 add 0 edit 0 delete 0")]
    [InlineData("read {'permissions':{},'fields':['*']}", "view 2 add 0 edit 0 delete 0")]
    [InlineData("read {'permissions':null,'fields':['*']}", "view 2 add 0 edit 0 delete 0")]
    [InlineData("read {'permissions':{'text':{'_eq':'x'}},'fields':['*']}", "view 1 add 0 edit 0 delete 0")]
    [InlineData("create {'permissions':{'text':{'_eq':'x'}},'fields':['*']}", "view 0 add 1 edit 0 delete 0")]
    [InlineData("read {'permissions':{'text':{'_eq':'x'}},'fields':['*']};read {'permissions':{},'fields':['*']}", "view 2 add 0 edit 0 delete 0")]
    [InlineData("read {'permissions':{},'fields':['id','text']}", "view 2 add 0 edit 0 delete 0 unreadable article")]
    [InlineData("read {'permissions':{},'fields':['id']};read {'permissions':{},'fields':['text']}",
        "view 2 add 0 edit 0 delete 0 unreadable article")]
    [InlineData("update {'permissions':{},'fields':['text']};create {'permissions':{},'fields':['*']}",
        "view 0 add 1 edit 2 delete 0 unwritable id,article")]
    [InlineData("delete {'permissions':{},'fields':null}", "view 0 add 0 edit 0 delete 2")]
    [InlineData("share {'permissions':{},'fields':['*']}", "view 0 add 0 edit 0 delete 0")]
    public void Rows_permit_together(string rows, string told) => Assert.Equal(told, Text(new PermissionRows(Comments, Rows(rows)).Describe(Empty)));

    [Theory]
    [InlineData("", "{'allow_view':2}",
        "{'create':[{'collection':'comments','action':'read','permissions':{},'fields':['*']}],'update':[],'delete':[]}")]
    [InlineData("", "{'allow_view':0}", null)]
    [InlineData("", "{'read_field_blacklist':'text'}", null)]
    [InlineData("", "{'allow_add':1,'write_field_blacklist':'id,article'}",
        "{'create':[{'collection':'comments','action':'create','permissions':{},'fields':['text']}],'update':[],'delete':[]}")]
    [InlineData($"read {All}", "{'allow_view':2}", null)]
    [InlineData($"read {All}", "{}", null)]
    [InlineData($"read {All}", "{'allow_view':'0'}", "{'create':[],'update':[],'delete':[1]}")]
    [InlineData($"read {All}", "{'allow_view':''}", "{'create':[],'update':[],'delete':[1]}")]
    [InlineData($"read {All}", "{'read_field_blacklist':'text'}", "{'create':[],'update':[{'fields':['id','article'],'id':1}],'delete':[]}")]
    [InlineData("read {'permissions':{},'fields':['id']}", "{'read_field_blacklist':''}",
        "{'create':[],'update':[{'fields':['*'],'id':1}],'delete':[]}")]
    [InlineData("read {'permissions':{'text':{'_eq':'x'}},'fields':['*']}", "{'allow_view':1}", null)]
    [InlineData("read {'permissions':{'text':{'_eq':'x'}},'fields':['*']}", "{'allow_view':2}",
        "{'create':[],'update':[{'permissions':{},'id':1}],'delete':[]}")]
    [InlineData("delete {'permissions':{'a':1},'fields':['*']};delete {'permissions':{'b':1},'fields':['*']}", "{'allow_delete':2}",
        "{'create':[],'update':[{'permissions':{},'id':1}],'delete':[2]}")]
    [InlineData("update {'permissions':{},'fields':['text']}", "{'allow_add':1}",
        "{'create':[{'collection':'comments','action':'create','permissions':{},'fields':['text']}],'update':[],'delete':[]}")]
    public void What_is_given_changes_them(string rows, string given, string? changes) =>
        Assert.Equal(changes?.Replace('\'', '"'), new PermissionRows(Comments, Rows(rows)).Change(PrivilegeInput.Read(Json(given)))?.ToJsonString());

    [Theory]
    [InlineData("{'allow_view':1}")]
    [InlineData("{'allow_view':3}")]
    [InlineData("{'allow_add':2}")]
    [InlineData("{'allow_view':-1}")]
    [InlineData("{'allow_view':'x'}")]
    [InlineData("{'status_id':1}")]
    [InlineData("{'allow_view':2,'read_field_blacklist':'nope'}")]
    public void What_makes_no_sense_is_refused(string given) =>
        Assert.Throws<DirectusException>(() => new PermissionRows(Comments, []).Change(PrivilegeInput.Read(Json(given))));

    [Fact]
    public void The_number_of_a_privilege_is_exact_in_JavaScript_and_each_its_own()
    {
        var ids = Enumerable.Range(0, 1_000).Select(i => Privilege.IdOf("role", $"table{i}")).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id, 0, 1L << 48));
        Assert.Equal(Privilege.IdOf("role", "table0"), ids[0]);
        Assert.NotEqual(Privilege.IdOf("other", "table0"), ids[0]);
    }

    private static readonly Privilege Empty = new(1, 2, "comments") { Listed = true };

    private static string Text(Privilege told)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) told.Write(json);
        var row = JsonElement.Parse(buffer.WrittenSpan);
        var text = string.Join(' ', new[] { "view", "add", "edit", "delete" }.Select(right => $"{right} {row.GetProperty($"allow_{right}")}"));
        if (row.GetProperty("read_field_blacklist").GetString() is { } unreadable) text += $" unreadable {unreadable}";
        if (row.GetProperty("write_field_blacklist").GetString() is { } unwritable) text += $" unwritable {unwritable}";
        return text;
    }

    // `action {…};action {…}`, numbered from 1.
    private static List<JsonElement> Rows(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((row, index) =>
    {
        var (action, rest) = (row[..row.IndexOf(' ')], row[(row.IndexOf('{') + 1)..]);
        return Json($"{{'id':{index + 1},'collection':'comments','action':'{action}',{rest}");
    })];

    private static JsonElement Json(string text) => JsonElement.Parse(text.Replace('\'', '"'));
}
