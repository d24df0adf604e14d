using System.Collections.Concurrent;
using Directus.Grpc.Auth.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Directus.Grpc.Client.Tests.Fakes;

/// <summary>What the fake services know and have seen.</summary>
internal sealed class FakeState(TestClock clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> lives = new();
    private readonly ConcurrentDictionary<string, bool> refreshTokens = new();
    private int made;
    private int refreshes;
    private int logouts;

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(15);

    public TestClock Clock { get; } = clock;

    public int Refreshes => refreshes;

    public int Logouts => logouts;

    /// <summary>Holds refreshes back, so that many calls can meet one.</summary>
    public TaskCompletionSource? HoldRefresh { get; set; }

    /// <summary>What the calls carried, in order.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    public ConcurrentQueue<object> Requests { get; } = new();

    /// <summary>The JSON that reading answers.</summary>
    public string Json { get; set; } = "[]";

    public Tokens MakeTokens()
    {
        var number = Interlocked.Increment(ref made);
        lives[$"access-{number}"] = Clock.GetUtcNow() + Life;
        refreshTokens[$"refresh-{number}"] = true;
        return new()
        {
            AccessToken = $"access-{number}",
            RefreshToken = $"refresh-{number}",
            Expires = (long)Life.TotalMilliseconds,
        };
    }

    public async Task<Tokens> RefreshAsync(string token)
    {
        Interlocked.Increment(ref refreshes);
        if (HoldRefresh is { } hold) await hold.Task;
        if (!refreshTokens.TryRemove(token, out _)) throw Refusal(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        return MakeTokens();
    }

    public void Logout(string token)
    {
        Interlocked.Increment(ref logouts);
        refreshTokens.TryRemove(token, out _);
    }

    /// <summary>Ends all access tokens before their time, as a server with a clock of its own might.</summary>
    public void ExpireAccess() => lives.Clear();

    public void EndSessions() => refreshTokens.Clear();

    public void Check(ServerCallContext context)
    {
        var header = context.RequestHeaders.GetValue("authorization") ?? "";
        Authorizations.Enqueue(header);
        if (header is "" or "Bearer static") return;
        var token = header["Bearer ".Length..];
        if (!lives.TryGetValue(token, out var end) || end <= Clock.GetUtcNow())
            throw Refusal(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
    }

    public static RpcException Refusal(StatusCode status, string code, params BadRequest.Types.FieldViolation[] fields)
    {
        var info = new ErrorInfo { Reason = code, Domain = "directus", Metadata = { ["reason"] = "Because" } };
        var rich = new Google.Rpc.Status { Code = (int)status, Message = $"Refused: {code}", Details = { Any.Pack(info) } };
        if (fields.Length > 0) rich.Details.Add(Any.Pack(new BadRequest { FieldViolations = { fields } }));
        return rich.ToRpcException();
    }
}
