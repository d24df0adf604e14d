using System.Diagnostics;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Spans of what a call passes. Where nobody listens there are none, and asking for one costs next to nothing.</summary>
internal static class Tracing
{
    public const string Name = "Directus.Grpc";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Whether anyone listens.</summary>
    public static bool On => Source.HasListeners();

    /// <summary>Whether what runs now is part of a trace.</summary>
    public static bool Traced => System.Diagnostics.Activity.Current is not null;

    /// <summary>A span within that of the call; a call that has none has none within it.</summary>
    public static System.Diagnostics.Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) =>
        Traced ? Source.StartActivity(name, kind) : null;

    /// <summary>A span of a call that another service may have begun.</summary>
    public static System.Diagnostics.Activity? StartServer(string name, string? parent, string? state)
    {
        ActivityContext.TryParse(parent, state, isRemote: true, out var context);
        return Source.StartActivity(name, ActivityKind.Server, context);
    }
}
