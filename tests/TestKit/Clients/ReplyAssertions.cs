using System.Net;
using System.Text.Json.Nodes;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.TestKit;

/// <summary>What a test says about an answer.</summary>
public static class ReplyAssertions
{
    /// <summary>REST: the Directus envelope with this status and code, and no item beside it.</summary>
    public static async Task ShouldBeErrorAsync(this HttpResponseMessage reply, int status, string code)
    {
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True((int)reply.StatusCode == status, $"want {status} {code}, got {(int)reply.StatusCode}: {text}");
        var body = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(["errors"], body.Select(part => part.Key));
        Assert.Equal(code, (string?)body["errors"]![0]!["extensions"]!["code"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)body["errors"]![0]!["message"]));
    }

    /// <summary>REST: 200 and exactly this `data`.</summary>
    public static async Task ShouldBeDataAsync(this HttpResponseMessage reply, string json) =>
        JsonAssert.Same(JsonNode.Parse(json), await reply.DataAsync());

    /// <summary>REST: `data` of an answer that has to be 200.</summary>
    public static async Task<JsonNode?> DataAsync(this HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.StatusCode == HttpStatusCode.OK, $"want 200, got {(int)reply.StatusCode}: {text}");
        return JsonNode.Parse(text)!["data"];
    }

    public static async Task<HttpResponseMessage> ShouldBeNoContentAsync(this HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.StatusCode == HttpStatusCode.NoContent, $"want 204, got {(int)reply.StatusCode}: {text}");
        return reply;
    }

    /// <summary>gRPC: this status, with the code as the reason of its ErrorInfo.</summary>
    public static async Task ShouldFailAsync<T>(this AsyncUnaryCall<T> call, StatusCode status, string code)
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((status, code), (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }
}
