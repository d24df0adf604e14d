using System.Text.Json;
using System.Xml.Linq;
using Directus.Grpc.Server.Edges.Calls.Export;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges.Export;

public sealed class XmlLayoutTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", "<r>\n    <a>1</a>\n    <b>x</b>\n</r>")]
    [InlineData("""{"a":[1,2],"b":{"c":true}}""", "<r>\n    <a>1</a>\n    <a>2</a>\n    <b>\n        <c>true</c>\n    </b>\n</r>")]
    [InlineData("""{"a":"","b":{},"c":[]}""", "<r>\n    <a/>\n    <b/>\n</r>")]
    [InlineData("""{"a":[[]]}""", "<r/>")]
    [InlineData("""{"a":null}""", "<r>\n    <a>null</a>\n</r>")]
    public void Values_are_indented_elements(string json, string expected) => Assert.Equal(expected, Written(json));

    [Theory]
    [InlineData("""{"a":"<b> & ]]> \r \u0001 😀"}""", "<b> & ]]> \r \uFFFD 😀")]
    [InlineData("""{"a":" kept "}""", " kept ")]
    public void A_text_is_read_back_as_it_was(string json, string expected) =>
        Assert.Equal(expected, XElement.Parse(Written(json), LoadOptions.PreserveWhitespace).Element("a")!.Value);

    [Theory]
    [InlineData("", "_")]
    [InlineData("a b", "a_x0020_b")]
    [InlineData("1", "_x0031_")]
    [InlineData("x:y", "x_x003A_y")]
    public void A_key_that_is_no_name_becomes_one(string key, string expected) =>
        Assert.Equal(expected, XElement.Parse(Written($"{{\"{key}\":1}}")).Elements().Single().Name.LocalName);

    private static string Written(string json)
    {
        var text = new StringWriter();
        new XmlLayout(text).Write("r", JsonElement.Parse(json));
        return text.ToString();
    }
}
