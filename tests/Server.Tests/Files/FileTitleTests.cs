using Directus.Grpc.Server.Files.Uploads;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

/// <summary>As Directus makes titles.</summary>
public sealed class FileTitleTests
{
    [Theory]
    [InlineData("sun_over-the sea.png", "Sun Over the Sea")]
    [InlineData("api_docs of theURL.txt", "API Docs of the URL")]
    [InlineData("IMG_2034.jpg", "Img 2034")]
    [InlineData("a tale-of two_cities by the sea.txt", "A Tale of Two Cities by the Sea")]
    [InlineData("helloWorld.txt", "Hello World")]
    [InlineData("over under into onto.txt", "Over Under Into Onto")]
    [InlineData("my.photo.v2.txt", "My.photo.v2")]
    [InlineData(".hidden", ".hidden")]
    [InlineData("ÜBER alles.txt", "Über Alles")]
    [InlineData("from-here-to-eternity with love.txt", "From Here to Eternity With Love")]
    [InlineData("the end of.txt", "The End Of")]
    [InlineData("2fa-setup.txt", "2FA Setup")]
    [InlineData("word   spaced.txt", "Word   Spaced")]
    [InlineData("x.tar.gz", "X.tar")]
    [InlineData("HTMLDocument.txt", "HTML Document")]
    [InlineData("iPhone photo.txt", "I Phone Photo")]
    [InlineData("a1B2.txt", "A1 B2")]
    [InlineData("q&a_session.txt", "Q&a Session")]
    public void A_name_becomes_a_title(string name, string title) => Assert.Equal(title, FileTitle.Of(name));
}
