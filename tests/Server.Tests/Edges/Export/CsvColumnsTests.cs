using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges.Export;

public sealed class CsvColumnsTests
{
    [Fact]
    public void Columns_stand_in_the_order_in_which_rows_bring_them()
    {
        var columns = new CsvColumns();
        columns.Add(JsonElement.Parse("""{"id":1,"author":{"name":"a","city":{"name":"x"}},"tags":[1]}"""));
        columns.Add(JsonElement.Parse("""{"id":2,"author":null,"note":{}}"""));

        Assert.Equal(["id", "author.name", "author.city.name", "tags", "author", "note"], columns.Names);
    }

    [Fact]
    public void A_row_fills_its_columns_and_no_others()
    {
        var (columns, cells) = (new CsvColumns(), new JsonElement[3]);
        var first = JsonElement.Parse("""{"a":1,"b":{"c":"x"}}""");
        columns.Add(first);
        columns.Add(JsonElement.Parse("""{"b":null}"""));

        columns.Fill(first, cells);
        columns.Fill(JsonElement.Parse("""{"b":null}"""), cells);

        Assert.Equal([JsonValueKind.Undefined, JsonValueKind.Undefined, JsonValueKind.Null], cells.Select(cell => cell.ValueKind));
    }

    [Fact]
    public void A_file_without_end_is_refused()
    {
        var columns = new CsvColumns();
        columns.Add(JsonElement.Parse($"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"\"c{n}\":1"))}}}"));

        var refusal = Assert.Throws<DirectusException>(() => columns.Add(JsonElement.Parse("""{"one":"more"}""")));
        Assert.Equal(ErrorCodes.InvalidQuery, refusal.Code);
    }
}
