using System.Text.Json;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Pictures;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files.Assets;

public sealed class TransformationParserTests
{
    private static readonly TransformationParser Parser = new(new AssetOptions { MaxDimension = 1_000, MaxOperations = 2 });

    [Fact]
    public void Texts_of_a_query_say_what_values_of_a_preset_say()
    {
        var texts = Asked("""
            {"width":"300","height":"200","fit":"inside","format":"webp","quality":"80","withoutEnlargement":"true","focal_point_x":"7"}
            """);
        var values = Parser.Parse(JsonElement.Parse("""
            {"width":300,"height":200,"fit":"inside","format":"webp","quality":80,"withoutEnlargement":true,"focal_point_x":7,"focal_point_y":null}
            """));

        foreach (var parsed in (Transformation[])[texts, values])
        {
            Assert.Equal((300, 200, Fit.Inside), (parsed.Width, parsed.Height, parsed.Fit));
            Assert.Equal(("webp", 80, true), (parsed.Format, parsed.Quality, parsed.WithoutEnlargement));
            Assert.Equal((7, null), (parsed.FocalPointX, parsed.FocalPointY));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"width":"","format":"","quality":""}""")]
    [InlineData("""{"download":"x"}""")]
    public void What_is_empty_says_nothing(string asked) => Assert.True(Asked(asked).IsNone);

    [Theory]
    [InlineData("""{"transforms":[["blur",3],["flip"]]}""")]
    [InlineData("""{"transforms":"[[\"blur\",3],[\"flip\"]]"}""")]
    public void Steps_keep_their_order(string asked) => Assert.Equal(["blur", "flip"], Asked(asked).Steps.Select(step => step.Name));

    [Theory]
    [InlineData("""{"width":"0"}""", "Expected positive integer for width but received 0 of type number")]
    [InlineData("""{"width":"1.5"}""", "Expected positive integer for width but received 1.5 of type number")]
    [InlineData("""{"height":"wide"}""", "Expected positive integer for height but received NaN of type number")]
    [InlineData("""{"width":"1001"}""", "\"width\" is larger than 1000")]
    [InlineData("""{"quality":"101"}""", "Expected integer between 1 and 100 for quality but received 101 of type number")]
    [InlineData("""{"fit":"stretch"}""", "\"fit\" has to be one of cover, contain, inside, outside")]
    [InlineData("""{"fit":""}""", "\"fit\" has to be one of cover, contain, inside, outside")]
    [InlineData("""{"format":"bmp"}""", "\"format\" has to be one of auto, jpg, png, webp, tiff, avif, gif")]
    [InlineData("""{"transforms":"[["}""", "\"transforms\" Parameter needs to be a JSON array of allowed transformations")]
    [InlineData("""{"transforms":""}""", "\"transforms\" Parameter needs to be a JSON array of allowed transformations")]
    [InlineData("""{"transforms":[["flip"],["flip"],["flip"]]}""", "\"transforms\" Parameter is only allowed 2 transformations")]
    [InlineData("""{"transforms":[["toFile","/etc/x"]]}""", "\"transforms\" Parameter does not allow \"toFile\" as a transformation")]
    public void What_makes_no_sense_is_refused_before_anything_is_opened(string asked, string why)
    {
        var refusal = Assert.Throws<DirectusException>(() => Asked(asked));

        Assert.Equal(ErrorCodes.InvalidQuery, refusal.Code);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"small"}""", "small", true)]
    [InlineData("""{"key":"small","width":"5"}""", "small", false)]
    [InlineData("""{"key":"","download":""}""", null, true)]
    public void A_preset_is_named_alone_or_with_more(string asked, string? key, bool alone)
    {
        var json = JsonElement.Parse(asked);

        Assert.True(TransformationParser.IsAsked(json));
        Assert.Equal((key, alone), (TransformationParser.KeyOf(json), TransformationParser.IsKeyAlone(json)));
    }

    private static Transformation Asked(string json) => Parser.ParseAsked(JsonElement.Parse(json));
}
