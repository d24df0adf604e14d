using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Rpc;
using Directus.Grpc.Server.Kernel;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges;

public sealed class RpcStatusTests
{
    [Fact]
    public void Metadata_that_are_no_texts_are_json()
    {
        var error = new DirectusError(ErrorCodes.FailedValidation, "m", new Dictionary<string, object?>
        {
            ["field"] = "status", ["valid"] = new[] { "draft", "gröss" }, ["limits"] = new JsonObject { ["most"] = 5 }, ["count"] = 3,
            ["exact"] = true, ["none"] = null,
        });

        var info = RpcStatus.Of([error]).GetRpcStatus()!.GetDetail<ErrorInfo>()!;

        Assert.Equal("""count=3 exact=true field=status limits={"most":5} valid=["draft","gröss"]""",
            string.Join(' ', info.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}")));
    }
}
