using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Keeps what is read until it is told: the number of rows stands before them.</summary>
internal sealed class RowSink() : JsonSink(16 * 1024)
{
    private const int MostBytes = 64 << 20;

    public override ValueTask FlushAsync(CancellationToken cancellation) => Length <= MostBytes
        ? ValueTask.CompletedTask
        : throw DirectusException.InvalidQuery($"The rows come to more than {MostBytes >> 20} MB. Ask for fewer at a time");
}
