using Directus.Grpc.Server.Edges.Calls.Export;
using Xunit;
using YamlDotNet.Core;

namespace Directus.Grpc.Server.Tests.Edges.Export;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("a text", ScalarStyle.Plain)]
    [InlineData("a:b#c", ScalarStyle.Plain)]
    [InlineData("1.2.3", ScalarStyle.Plain)]
    [InlineData("", ScalarStyle.SingleQuoted)]
    [InlineData("null", ScalarStyle.SingleQuoted)]
    [InlineData("no", ScalarStyle.SingleQuoted)]
    [InlineData("1_000", ScalarStyle.SingleQuoted)]
    [InlineData("12:30", ScalarStyle.SingleQuoted)]
    [InlineData("2024-02-29", ScalarStyle.SingleQuoted)]
    [InlineData("<<", ScalarStyle.SingleQuoted)]
    [InlineData("- a", ScalarStyle.SingleQuoted)]
    [InlineData("a: b", ScalarStyle.SingleQuoted)]
    [InlineData("a #b", ScalarStyle.SingleQuoted)]
    [InlineData("ends:", ScalarStyle.SingleQuoted)]
    [InlineData(" a", ScalarStyle.SingleQuoted)]
    [InlineData("a\nb", ScalarStyle.Literal)]
    [InlineData("a\tb", ScalarStyle.DoubleQuoted)]
    [InlineData("a\u2028b", ScalarStyle.DoubleQuoted)]
    public void A_text_is_bare_where_nothing_else_can_be_meant(string text, ScalarStyle style) => Assert.Equal(style, YamlText.StyleOf(text));

    [Fact]
    public void A_long_line_is_folded_at_its_spaces()
    {
        var word = new string('a', YamlText.Width);

        Assert.Equal(ScalarStyle.Folded, YamlText.StyleOf($"{word} b"));
        Assert.Equal(ScalarStyle.Plain, YamlText.StyleOf($"{word}b"));
        Assert.Equal(ScalarStyle.Folded, YamlText.StyleOf($"short\n{word} b"));
    }

    [Theory]
    [InlineData("name", ScalarStyle.Plain)]
    [InlineData("", ScalarStyle.SingleQuoted)]
    [InlineData("true", ScalarStyle.SingleQuoted)]
    [InlineData("a\nb", ScalarStyle.DoubleQuoted)]
    public void A_key_stands_on_one_line(string key, ScalarStyle style) => Assert.Equal(style, YamlText.StyleOfKey(key));
}
