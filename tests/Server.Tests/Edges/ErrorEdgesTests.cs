using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Edges.Rpc;
using Directus.Grpc.Server.Kernel;
using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.Tests.Edges;

public sealed class ErrorEdgesTests
{
    public static TheoryData<string> Codes => [.. ErrorCodes.All.Keys];

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_goes_through_REST(string name)
    {
        var error = new DirectusError(ErrorCodes.All[name], "why");

        var json = Envelope([error]);

        var message = error.Code.Meaning.TrimEnd('.') + ". why.";
        Assert.Equal($$$"""{"errors":[{"message":{{{JsonSerializer.Serialize(message, Relaxed)}}},"extensions":{"reason":"why","code":"{{{name}}}"}}]}""", json);
        Assert.InRange(error.Code.HttpStatus, 400, 599);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_goes_through_gRPC(string name)
    {
        var error = new DirectusError(ErrorCodes.All[name], "why");

        var thrown = RpcStatus.Of([error]);

        var status = thrown.GetRpcStatus()!;
        Assert.Equal(RpcStatusCodes.Of(error.Code), thrown.StatusCode);
        Assert.Equal(error.Message, status.Message);
        Assert.Equal((name, "directus", "why"),
            (status.GetDetail<ErrorInfo>()!.Reason, status.GetDetail<ErrorInfo>()!.Domain, status.GetDetail<ErrorInfo>()!.Metadata["reason"]));
        Assert.Null(status.GetDetail<BadRequest>());
    }

    [Fact]
    public void Fields_at_fault_are_named_over_gRPC()
    {
        var status = RpcStatus.Of([Of("title"), Of("pages")]).GetRpcStatus()!;

        Assert.Equal(["title", "pages"], status.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        static DirectusError Of(string field) =>
            new(ErrorCodes.FailedValidation, "Value is required.", new Dictionary<string, object?> { ["field"] = field });
    }

    [Fact]
    public void Extensions_keep_their_types_over_REST()
    {
        var error = new DirectusError(ErrorCodes.RecordNotUnique, "m", new Dictionary<string, object?>
        {
            ["value"] = 50, ["none"] = null, ["flag"] = true, ["list"] = new[] { "a", "b" }, ["json"] = JsonElement.Parse("{\"a\":1}"),
            ["text"] = "ü\"",
        });

        Assert.Equal("""{"errors":[{"message":"m","extensions":{"value":50,"none":null,"flag":true,"list":["a","b"],"json":{"a":1},"text":"ü\"","code":"RECORD_NOT_UNIQUE"}}]}""",
            Envelope([error]));
    }

    [Fact]
    public void The_document_tells_every_code()
    {
        var rows = Documents.Rows("errors.md");

        Assert.Equal(ErrorCodes.All.Count, rows.Count);
        foreach (var row in rows)
        {
            var code = ErrorCodes.All[row[0].Trim('`')];
            Assert.Equal([$"`{code.Name}`", code.HttpStatus.ToString(), RpcStatusCodes.Of(code).ToString(), code.Meaning], row);
        }
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Envelope(IReadOnlyList<DirectusError> errors)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Server.Items.Rows.RowJson.WriterOptions)) ErrorEnvelope.Write(json, errors);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
