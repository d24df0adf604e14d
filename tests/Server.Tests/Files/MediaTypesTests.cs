using Directus.Grpc.Server.Files;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData(" text/html ; charset=utf-8", "text/html")]
    [InlineData("text", MediaTypes.Any)]
    [InlineData("text/html\r\nX-Other: 1", MediaTypes.Any)]
    [InlineData("text/html\n", "text/html")]
    [InlineData("", MediaTypes.Any)]
    [InlineData(null, MediaTypes.Any)]
    public void A_header_says_a_type_and_nothing_else(string? stored, string expected) => Assert.Equal(expected, MediaTypes.Plain(stored));

    [Theory]
    [InlineData("text/html", true)]
    [InlineData("TEXT/HTML", true)]
    [InlineData("image/svg+xml", true)]
    [InlineData("application/xhtml+XML", true)]
    [InlineData("image/png", false)]
    [InlineData("text/plain", false)]
    public void Some_contents_are_programs_to_a_browser(string type, bool expected) => Assert.Equal(expected, MediaTypes.MayRun(type));

    [Fact]
    public void What_pictures_are_made_of_is_readable()
    {
        Assert.True(MediaTypes.IsReadable("image/gif") && !MediaTypes.IsTransformable("image/gif"));
        Assert.True(MediaTypes.IsReadable("Image/PNG") && MediaTypes.IsTransformable("Image/PNG"));
        Assert.False(MediaTypes.IsReadable("image/svg+xml") || MediaTypes.IsTransformable(null));
        Assert.Equal((".jpg", ""), (MediaTypes.Extension("image/jpeg"), MediaTypes.Extension("x/y")));
    }
}
