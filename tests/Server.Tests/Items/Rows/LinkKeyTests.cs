using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Rows;

public sealed class LinkKeyTests
{
    private static readonly Guid Id = Guid.Parse("0d9c4a3e-0000-4000-8000-000000000001");

    public static TheoryData<object?, SqlKind, object?> Keys => new()
    {
        { 7L, SqlKind.Integer, 7 },
        { 3_000_000_000L, SqlKind.Integer, null },
        { "7", SqlKind.Integer, 7 },
        { "x", SqlKind.Integer, null },
        { "3000000000", SqlKind.BigInteger, 3_000_000_000L },
        { 7L, SqlKind.Text, "7" },
        { Id, SqlKind.Text, "0d9c4a3e-0000-4000-8000-000000000001" },
        { "0D9C4A3E-0000-4000-8000-000000000001", SqlKind.Uuid, Id },
        { "x", SqlKind.Uuid, null },
        { null, SqlKind.Integer, null },
    };

    [Theory, MemberData(nameof(Keys))]
    public void A_foreign_key_is_asked_for_as_the_key_that_it_refers_to(object? key, SqlKind kind, object? expected) =>
        Assert.Equal(expected, LinkKey.Parameter(key, kind));

    [Fact]
    public void Whole_numbers_are_equal_whatever_the_width_of_their_columns() =>
        Assert.Equal(LinkKey.In(7L, SqlKind.BigInteger), LinkKey.In("7", SqlKind.Integer));
}
