using System.Text.Json.Nodes;
using Xunit;

namespace Directus.Grpc.TestKit;

public static class JsonAssert
{
    /// <summary>Same JSON: the order of members and the spelling of numbers do not matter.</summary>
    public static void Same(JsonNode? want, JsonNode? got) =>
        Assert.True(JsonNode.DeepEquals(want, got), $"want {want?.ToJsonString() ?? "null"}\ngot  {got?.ToJsonString() ?? "null"}");
}
