using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Tests.Query;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Rows;

public sealed class ItemTagTests
{
    private static readonly IReadOnlyList<Field> Readable = [.. Library.Schema["articles"].Columns];

    [Theory]
    [InlineData("id")]
    [InlineData("id,title,secret,pages")]
    [InlineData("title,id")]
    [InlineData("parent,id,title,data,day")]
    public void A_tag_tells_the_columns_that_it_was_made_of(string names)
    {
        var columns = names.Split(',').Select(name => Readable.Single(column => column.Name == name)).ToList();

        var tag = ItemTag.Of(Readable, columns, "{}"u8);

        Assert.True(ItemTag.TryReadColumns(tag, Readable, out var told));
        Assert.Equal(columns, told);
    }

    [Fact]
    public void Other_values_and_other_columns_make_another_tag()
    {
        var tag = ItemTag.Of(Readable, [Readable[0]], """{"id":1}"""u8);

        Assert.Equal(tag, ItemTag.Of(Readable, [Readable[0]], """{"id":1}"""u8));
        Assert.NotEqual(tag, ItemTag.Of(Readable, [Readable[0]], """{"id":2}"""u8));
        Assert.NotEqual(tag, ItemTag.Of(Readable, [Readable[1]], """{"id":1}"""u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("\"\"")]
    [InlineData("\"not base 64!\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAA\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAAB_\"")]
    [InlineData("\"AAAAAAAAAAAAAAAAAAAAAAAA\"")]
    public void What_is_no_tag_of_these_columns_is_none(string text) => Assert.False(ItemTag.TryReadColumns(text, Readable, out _));

    [Fact]
    public void A_tag_of_columns_that_may_not_be_read_any_more_is_none()
    {
        var tag = ItemTag.Of(Readable, [.. Readable], "{}"u8);

        Assert.False(ItemTag.TryReadColumns(tag, [.. Readable.Take(3)], out _));
    }
}
