using Directus.Grpc.Server.Access;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>The caller of an RPC, put there by the interceptor before the service runs.</summary>
internal static class CallerContext
{
    public static Caller GetCaller(this ServerCallContext context) => (Caller)context.UserState[typeof(Caller)];
}
