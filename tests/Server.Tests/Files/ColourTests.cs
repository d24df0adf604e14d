using Directus.Grpc.Server.Files.Pictures;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

public sealed class ColourTests
{
    [Theory]
    [InlineData("red", "255 0 0 255")]
    [InlineData(" ReD ", "255 0 0 255")]
    [InlineData("lightgrey", "211 211 211 255")]
    [InlineData("LightGray", "211 211 211 255")]
    [InlineData("rebeccapurple", "102 51 153 255")]
    [InlineData("darkseagreen", "143 188 143 255")]
    [InlineData("transparent", "0 0 0 0")]
    [InlineData("#f00", "255 0 0 255")]
    [InlineData("#f008", "255 0 0 136")]
    [InlineData("#Ff8000", "255 128 0 255")]
    [InlineData("#ff800080", "255 128 0 128")]
    [InlineData("ff8000", "255 128 0 255")]
    [InlineData("rgb(1, 2,3)", "1 2 3 255")]
    [InlineData("rgb(1 2 3 / 50%)", "1 2 3 128")]
    [InlineData("rgba(10%, 20%, 30%, .3)", "26 51 77 77")]
    [InlineData("rgb(300, 0, 0)", "255 0 0 255")]
    [InlineData("hsl(120, 50%, 50%)", "64 191 64 255")]
    [InlineData("hsl(-240deg 50% 50%)", "64 191 64 255")]
    [InlineData("hsla(0, 0%, 100%, 0)", "255 255 255 0")]
    [InlineData("hwb(120 10% 20%)", "26 204 26 255")]
    [InlineData("hwb(120 100% 100%)", "128 128 128 255")]
    public void A_colour_is_spelt_as_in_style_sheets(string text, string colour)
    {
        var parsed = Colour.Parse(text)!.Value;

        Assert.Equal(colour,
            string.Join(' ', ((double[])[.. parsed.Rgb, parsed.Alpha]).Select(part => Math.Round(part, MidpointRounding.AwayFromZero))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nope")]
    [InlineData("activeborder")]
    [InlineData("#ff")]
    [InlineData("#ggg")]
    [InlineData("rgb(1,2)")]
    [InlineData("rgb(a,b,c)")]
    [InlineData("hsl(1,2,3)")]
    [InlineData("url(file:///etc/passwd)")]
    public void Other_texts_are_none(string text) => Assert.Null(Colour.Parse(text));
}
