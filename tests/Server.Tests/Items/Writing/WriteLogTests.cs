using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Query.Model;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Writing;

public sealed class WriteLogTests
{
    [Fact]
    public void Inner_items_are_told_before_the_outer_which_they_belong_to()
    {
        var item = Writes.Planned("articles", """{"author":{"name":"x"},"comments":[{"text":"y"},{"text":"z"}]}""");
        var log = new WriteLog();
        Done(log, item.Node, 1);
        Done(log, item.Links[0].Target, 2);
        foreach (var (i, comment) in item.Lists[0].Items.Index()) Done(log, comment.Node, 3 + i);

        log.Tell(item);

        Assert.Equal(["authors 2 of 1", "comments 3 of 1", "comments 4 of 1", "articles 1 of "], log.Records.Select(Text));
    }

    [Fact]
    public void Items_of_a_list_belong_to_the_item_whose_list_it_is()
    {
        var node = Writes.Parser().Update(Query.Library.Schema["articles"], [1, 2], Writes.Json("""{"comments":[{"text":"x"}]}"""));
        var item = Writes.Checker().Check(node);
        var log = new WriteLog();
        Done(log, node, 2);
        Done(log, node, 1);
        foreach (var (i, list) in item.Lists.Index()) Done(log, list.Items[0].Node, 3 + i);
        log.AddBeside(item.Lists[1].Write, [new ItemRecord(item.Lists[1].Write.Collection, AccessAction.Delete, 9)]);

        log.Tell(item);

        Assert.Equal(["comments 3 of 1", "comments 4 of 2", "comments 9 of 2", "articles 2 of ", "articles 1 of "], log.Records.Select(Text));
    }

    [Fact]
    public void The_key_of_a_new_item_is_the_one_that_it_got()
    {
        var (created, updated) = (Writes.Create("articles", """{"id":7}"""), Writes.PlannedUpdate("articles", 8, "{}").Node);
        var log = new WriteLog();
        Done(log, created, 70);

        Assert.Equal((70, 8), (log.KeyOf(created), log.KeyOf(updated)));
        Assert.Equal([("articles", (object)70)], log.Created());
    }

    [Fact]
    public void Changes_go_out_by_collection_and_action()
    {
        var log = new WriteLog();
        var (articles, authors) = (Query.Library.Schema["articles"], Query.Library.Schema["authors"]);
        log.Tell([new ItemRecord(articles, AccessAction.Create, 1), new ItemRecord(authors, AccessAction.Create, 2),
            new ItemRecord(articles, AccessAction.Create, 3), new ItemRecord(articles, AccessAction.Delete, 4)]);

        Assert.Equal(["articles Create 1,3", "authors Create 2", "articles Delete 4"],
            log.Changes().Select(change => $"{change.Collection} {change.Action} {string.Join(',', change.Keys)}"));
    }

    private static void Done(WriteLog log, WriteNode node, object key) => log.Add(node, new ItemRecord(node.Collection, node.Action!.Value, key));

    private static string Text(ItemRecord record) => $"{record.Collection.Name} {record.Key} of {record.Parent?.Key}";
}
