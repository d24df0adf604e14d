using System.Text.Json.Nodes;
using Directus.Grpc.Client.Tests.Fakes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;

namespace Directus.Grpc.Client.Tests;

/// <summary>What the client sends, and what it makes of the bytes that come back.</summary>
public sealed class ItemSetTests : IAsyncLifetime
{
    private FakeServer server = null!;
    private DirectusClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.StartAsync();
        client = server.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Query_travels_as_it_was_built()
    {
        var drafts = client.Items("articles").Where(Filter.Field("status").Eq("draft"));
        await drafts.Where(Filter.Field("views").Gt(3)).Fields("id", "author.name").Sort("-date", "id")
            .Limit(10).Offset(20).Search("word").Deep("""{"comments":{"_limit":3}}""").ToListAsync(Cancellation);

        var expected = new Query
        {
            Fields = { "id", "author.name" },
            Filter = Filter.Parse("""{"_and":[{"status":{"_eq":"draft"}},{"views":{"_gt":3}}]}""").ToStruct(),
            Sort = { "-date", "id" },
            Limit = 10,
            Offset = 20,
            Search = "word",
            Deep = Filter.Parse("""{"comments":{"_limit":3}}""").ToStruct(),
        };
        var sent = Sent<ListItemsRequest>();
        Assert.Equal(new ListItemsRequest { Collection = "articles", Query = expected, Encoding = Encoding.Json }, sent);
    }

    [Fact]
    public async Task Each_step_leaves_the_set_before_as_it_was()
    {
        var all = client.Items("articles");
        _ = all.Limit(1).Sort("id").Where(Filter.Field("a").Eq(1));
        await all.ToListAsync(Cancellation);

        Assert.Equal(new Query(), Sent<ListItemsRequest>().Query);
    }

    [Fact]
    public async Task Rows_become_objects_in_snake_case_with_numbers_from_strings()
    {
        server.State.Json = """[{"id":1,"author_name":"Ada","price":"12.50","extra":[1]},{"id":2,"author_name":null,"price":null}]""";

        var books = await client.Items<Book>("books").ToListAsync(Cancellation);

        Assert.Equal([new Book(1, "Ada", 12.50m), new Book(2, null, null)], books);
    }

    [Fact]
    public async Task Rows_without_a_type_are_JSON_objects()
    {
        server.State.Json = """[{"id":1,"title":"One"}]""";

        var first = await client.Items("books").FirstOrDefaultAsync(Cancellation);

        Assert.Equal("One", (string?)first?["title"]);
        Assert.Equal(1, Sent<ListItemsRequest>().Query.Limit);
    }

    [Fact]
    public async Task Source_generated_metadata_reads_and_writes_rows()
    {
        server.State.Json = """{"id":3,"author_name":"Bo"}""";
        var books = client.Items("books", BookJson.Default.Book);

        var created = await books.CreateAsync(new Book(null, "Bo", 1.25m), Cancellation);

        Assert.Equal(new Book(3, "Bo", null), created);
        var sent = Assert.Single(Sent<CreateItemsRequest>().Items);
        AssertJson("""{"author_name":"Bo","price":1.25}""", sent);
    }

    [Fact]
    public async Task New_items_leave_null_properties_out_and_JSON_keeps_them()
    {
        await client.Items<Book>("books").CreateAsync([new Book(null, "Ada", null), new Book(null, "Bo", null)], Cancellation);
        Assert.All(Sent<CreateItemsRequest>().Items, item => Assert.Equal(["author_name"], item.Fields.Keys));

        await client.Items("books").CreateAsync(new JsonObject { ["price"] = null }, Cancellation);
        AssertJson("""{"price":null}""", Assert.Single(Sent<CreateItemsRequest>().Items));
    }

    [Fact]
    public async Task Changes_hold_every_property_that_is_named()
    {
        await client.Items<Book>("books").UpdateAsync(5, new { AuthorName = (string?)null, BigNumber = long.MaxValue }, Cancellation);
        var one = Sent<UpdateItemRequest>();
        Assert.Equal("5", one.Key);
        AssertJson("""{"author_name":null,"big_number":"9223372036854775807"}""", one.Data);

        await client.Items<Book>("books").UpdateAsync([1, 2], new { price = 1 }, Cancellation);
        Assert.Equal(["1", "2"], Sent<UpdateItemsRequest>().Keys);
    }

    [Fact]
    public async Task Answers_that_may_not_be_read_are_null()
    {
        server.State.Json = "";

        Assert.Null(await client.Items<Book>("books").CreateAsync(new { author_name = "Ada" }, Cancellation));
        Assert.Null(await client.Items<Book>("books").UpdateAsync("a", new { author_name = "Ada" }, Cancellation));
    }

    [Fact]
    public async Task No_keys_are_no_call()
    {
        await client.Items("books").UpdateAsync(Array.Empty<ItemKey>(), new { a = 1 }, Cancellation);
        await client.Items("books").DeleteAsync(Array.Empty<ItemKey>(), Cancellation);

        Assert.Empty(server.State.Requests);
    }

    [Fact]
    public async Task Counting_fetches_no_rows()
    {
        var count = await client.Items("books").Where(Filter.Field("a").Eq(1)).Sort("id").Page(3).CountAsync(Cancellation);

        Assert.Equal(7, count);
        var query = Sent<ListItemsRequest>().Query;
        Assert.Equal((0, false, "filter_count"), (query.Limit, query.HasPage, Assert.Single(query.Meta)));
    }

    [Fact]
    public async Task Page_carries_rows_and_counts()
    {
        server.State.Json = """[{"id":1}]""";

        var page = await client.Items<Book>("books").Limit(1).Page(2).PageAsync(Cancellation);

        Assert.Equal((1, 9, 7), (page.Items.Count, page.TotalCount, page.FilterCount));
    }

    [Fact]
    public async Task Singleton_is_read_and_changed_without_a_key()
    {
        server.State.Json = """{"id":1,"author_name":"Ada"}""";
        var settings = client.Singleton<Book>("settings");

        Assert.Equal("Ada", (await settings.GetAsync(Cancellation)).AuthorName);
        await settings.UpdateAsync(new { author_name = "Bo" }, Cancellation);

        var sent = server.State.Requests.OfType<UpdateItemsRequest>().Single();
        Assert.Empty(sent.Keys);
        AssertJson("""{"author_name":"Bo"}""", sent.Data);
    }

    [Fact]
    public async Task Refusal_is_one_exception_with_code_details_and_fields()
    {
        var error = await Assert.ThrowsAsync<DirectusException>(
            () => client.Items("broken").CreateAsync(new { title = 1 }, Cancellation));

        Assert.Equal("FAILED_VALIDATION", error.Code);
        Assert.Equal("Refused: FAILED_VALIDATION", error.Message);
        Assert.Equal("Because", error.Details["reason"]);
        Assert.Equal([new FieldError("title", "Value is required.")], error.Fields);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_unavailable()
    {
        await using var nobody = new DirectusClient("http://127.0.0.1:1");

        var error = await Assert.ThrowsAsync<DirectusException>(() => nobody.Items("a").ToListAsync(Cancellation));

        Assert.Equal("SERVICE_UNAVAILABLE", error.Code);
    }

    [Fact]
    public async Task Cancelled_call_is_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Items("a").ToListAsync(cancelled.Token));
    }

    private T Sent<T>()
    {
        Assert.True(server.State.Requests.TryDequeue(out var request));
        return Assert.IsType<T>(request);
    }

    private static void AssertJson(string expected, Google.Protobuf.WellKnownTypes.Struct actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual.ToString())), actual.ToString());
}
