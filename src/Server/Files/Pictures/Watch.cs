using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Ends work on pixels that takes too long.</summary>
internal sealed class Watch(TimeSpan patience, TimeProvider clock)
{
    public bool IsLate { get; private set; }

    public T Run<T>(Image image, Func<Image, T> work)
    {
        using var timer = clock.CreateTimer(_ =>
        {
            IsLate = true;
            image.SetKill(true);
        }, null, patience, Timeout.InfiniteTimeSpan);
        return work(image);
    }
}
