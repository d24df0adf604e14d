using System.Diagnostics;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Spans of what a call passes. Where nobody listens there are none, and asking for one costs next to nothing.</summary>
internal static class Tracing
{
    public const string Name = "Directus.Grpc";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Whether anyone listens.</summary>
    public static bool On => Source.HasListeners();

    public static System.Diagnostics.Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>A span of a call that another service may have begun.</summary>
    public static System.Diagnostics.Activity? StartServer(string name, string? parent, string? state)
    {
        ActivityContext.TryParse(parent, state, isRemote: true, out var context);
        return Source.StartActivity(name, ActivityKind.Server, context);
    }
}
