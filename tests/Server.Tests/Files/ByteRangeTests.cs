using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=2-4", 2, 3)]
    [InlineData("bytes=7-", 7, 3)]
    [InlineData("bytes=-2", 8, 2)]
    [InlineData("bytes=-200", 0, 10)]
    [InlineData("bytes=8-200", 8, 2)]
    [InlineData("bytes=4-4", 4, 1)]
    [InlineData("BYTES= 0 - 0", 0, 1)]
    public void A_part(string header, long start, long length) => Assert.Equal(new ByteRange(start, length), ByteRange.Parse(header, 10));

    [Theory]
    [InlineData(null)]
    [InlineData("lines=1-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("bytes=99999999999999999999-")]
    public void All_of_it(string? header) => Assert.Null(ByteRange.Parse(header, 10));

    [Theory]
    [InlineData("bytes=40-50")]
    [InlineData("bytes=6-3")]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public void No_part(string header) =>
        Assert.Equal(ErrorCodes.RangeNotSatisfiable, Assert.Throws<DirectusException>(() => ByteRange.Parse(header, 10)).Code);
}
