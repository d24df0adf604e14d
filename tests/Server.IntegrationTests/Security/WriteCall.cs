using System.Text.Json;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A call that would write, over REST, over gRPC, or both.</summary>
/// <param name="Rpc">Name of the call in the contract.</param>
/// <param name="Request">Its request, as JSON.</param>
internal sealed record WriteCall(string Rpc, object Request)
{
    public HttpMethod? Method { get; init; }

    public string Path { get; init; } = "";

    public object? Body { get; init; }

    /// <summary>Codes of the refusal, when it is not for lack of rights that it is refused.</summary>
    public string[] Codes { get; init; } = ["FORBIDDEN", "INVALID_CREDENTIALS"];

    public bool ByQuery { get; init; }

    /// <summary>Whether it is answered, whoever asks, and may do nothing all the same.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>What came back instead of a refusal, over which face; null when each refused.</summary>
    public async Task<string?> NotRefusedAsync(TestClient client)
    {
        if (Method is { } method)
        {
            using var reply = await client.SendAsync(method, Path, Body);
            var text = await reply.Content.ReadAsStringAsync();
            if (!IsAnswered && ((int)reply.StatusCode < 400 || !Codes.Any(code => text.Contains($"\"{code}\"", StringComparison.Ordinal))))
                return $"REST {(int)reply.StatusCode} {text}";
        }

        var refusal = await Rpcs.RefusalAsync(client, Rpc, Request);
        return !IsAnswered && (refusal is null || !Codes.Contains(refusal)) ? $"gRPC {refusal}" : null;
    }

    public async Task RequireRefusedAsync(TestClient client)
    {
        var answer = await NotRefusedAsync(client);
        Assert.True(answer is null, $"{this}: {answer}");
    }

    public override string ToString() => $"{Method} {Path} {JsonSerializer.Serialize(Body)} / {Rpc} {JsonSerializer.Serialize(Request)}";
}
