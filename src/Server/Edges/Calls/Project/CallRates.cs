namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>How many calls each address may make, and all together; null for any number.</summary>
internal sealed record CallRates(CallRates.Rate? Caller, CallRates.Rate? Global)
{
    /// <summary>So many calls in so many seconds.</summary>
    internal sealed record Rate(int Points, int Duration);
}
