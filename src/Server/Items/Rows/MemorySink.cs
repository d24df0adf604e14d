namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Keeps the JSON in pooled memory until it is disposed.</summary>
public sealed class MemorySink(int initialCapacity = 4096) : JsonSink(initialCapacity)
{
    public override ValueTask FlushAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
