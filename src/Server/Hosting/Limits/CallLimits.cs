using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Counts each call, whatever way it comes, before anything is done for it.</summary>
internal sealed class CallLimits(IRateLimit perCaller, IRateLimit? global, TimeProvider time)
{
    private const string Everybody = "all";

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var caller = CallerKey.Of(http.Connection.RemoteIpAddress);
        if (await RefusalAsync(caller, 1, http.RequestAborted) is { } refusal)
        {
            await Refusal.AnswerAsync(http, refusal);
            return;
        }

        http.Features.Set(new CallMeter(async (points, cancellation) =>
        {
            if (await RefusalAsync(caller, points, cancellation) is { } more) throw more;
        }));
        await next(http);
    }

    // What a caller is refused is not counted against all others.
    private async ValueTask<DirectusException?> RefusalAsync(string caller, int points, CancellationToken cancellation)
    {
        if (await perCaller.TakeAsync(caller, points, cancellation) is { Ticks: > 0 } wait) return Exceeded(perCaller, wait);
        if (global is null) return null;
        return await global.TakeAsync(Everybody, points, cancellation) is { Ticks: > 0 } longer ? Exceeded(global, longer) : null;
    }

    private DirectusException Exceeded(IRateLimit limit, TimeSpan wait) => DirectusException.RequestsExceeded(limit.Points, wait, time.GetUtcNow());
}
