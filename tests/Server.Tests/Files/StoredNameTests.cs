using Directus.Grpc.Server.Files.Storage;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

public sealed class StoredNameTests
{
    [Theory]
    [InlineData("8e1c25a3-0000-4000-8000-000000000001.png", true)]
    [InlineData("8e1c25a3-0000-4000-8000-000000000001", true)]
    [InlineData("a__0f.webp", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("../x", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData(".htaccess", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a b", false)]
    [InlineData("C:x", false)]
    [InlineData("ü.png", false)]
    public void A_name_is_no_path(string text, bool good) => Assert.Equal(good, StoredName.TryParse(text, out _));

    [Fact]
    public void New_names_take_nothing_from_the_name_of_the_file()
    {
        var id = Guid.NewGuid();

        Assert.Equal($"{id}.png", StoredName.New(id, "image/png").Text);
        Assert.Equal($"{id}", StoredName.New(id, "../../x").Text);
        Assert.Equal($"{id}__ab.webp", StoredName.New(id, "image/png").Variant("ab", ".webp").Text);
    }
}
