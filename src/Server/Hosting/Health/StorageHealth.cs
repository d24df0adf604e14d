using System.Text;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Health;

/// <summary>Whether each storage keeps a content and gives it back.</summary>
internal sealed class StorageHealth(Storages storages, IOptions<StorageOptions> options, TimeProvider time) : IHealthCheck
{
    private const string Kind = "objectstore";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var measures = new List<HealthMeasure>();
        foreach (var name in options.Value.List)
            if (storages.TryGet(name, out var storage)) measures.Add(await MeasureAsync(name, storage, cancellationToken));
        return HealthResults.Of(measures);
    }

    private async Task<HealthMeasure> MeasureAsync(string location, IStorage storage, CancellationToken cancellation)
    {
        var threshold = (options.Value.Locations.GetValueOrDefault(location) ?? new StorageLocation()).HealthThreshold;
        var (measure, name, start) = ($"storage:{location}:responseTime", StoredName.New(Guid.NewGuid(), null), time.GetTimestamp());
        try
        {
            await storage.WriteAsync(name, new MemoryStream(Encoding.ASCII.GetBytes("health")), cancellation);
            await using (var content = await storage.OpenAsync(name, cancellation))
                if (content is null) throw new IOException("What was written is not there.");
            var taken = time.GetElapsedTime(start);
            await storage.RemoveAsync(name, cancellation);
            return HealthMeasure.ResponseTime(measure, Kind, taken, threshold);
        }
        catch (Exception error)
        {
            return new HealthMeasure(measure, Kind, HealthMeasure.Error) { Output = error.Message, Threshold = threshold };
        }
    }
}
