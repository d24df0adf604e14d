using Directus.Grpc.Server.Items.Writing;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Writing;

public sealed class UpdateBatchesTests
{
    private static readonly PlannedItem First = Writes.PlannedUpdate("articles", 1, """{"title":"x"}""");
    private static readonly PlannedItem Second = Writes.PlannedUpdate("articles", 2, """{"title":"y"}""");
    private static readonly PlannedItem Longer = Writes.PlannedUpdate("articles", 3, """{"title":"z","pages":3}""");
    private static readonly PlannedItem FirstAgain = Writes.PlannedUpdate("articles", 1, """{"title":"w"}""");

    [Fact]
    public void Updates_of_the_same_columns_go_together() => Assert.Equal(["1,2", "3"], Batches(First, Longer, Second));

    [Fact]
    public void A_later_update_of_an_item_waits_for_the_earlier() => Assert.Equal(["1,2", "1"], Batches(First, Second, FirstAgain));

    [Fact]
    public void A_batch_holds_no_more_than_a_statement_may() => Assert.Equal(["1", "2"], Batches(3, "", First, Second));

    [Fact]
    public void Collections_with_rules_of_their_own_are_updated_one_by_one() => Assert.Equal(["1", "2"], Batches(100, "articles", First, Second));

    [Fact]
    public void An_update_that_sets_nothing_stands_alone() =>
        Assert.Equal(["1", "4", "2"], Batches(First, Writes.PlannedUpdate("articles", 4, "{}"), Second));

    private static IEnumerable<string> Batches(params PlannedItem[] items) => Batches(100, "", items);

    private static IEnumerable<string> Batches(int parameters, string alone, params PlannedItem[] items) =>
        new UpdateBatches(parameters, collection => collection.Name == alone).Of(items)
            .Select(batch => string.Join(',', batch.Select(item => item.Node.Keys[0])));
}
