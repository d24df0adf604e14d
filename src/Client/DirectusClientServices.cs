using Microsoft.Extensions.DependencyInjection;

namespace Directus.Grpc.Client;

/// <summary>Clients in a container of services.</summary>
public static class DirectusClientServices
{
    /// <summary>Adds one <see cref="DirectusClient"/> for all who ask for it; the container disposes it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="url">Address of the server's gRPC port, as http://localhost:8056.</param>
    /// <param name="options">Makes the options, when the defaults do not fit; asked once.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDirectusClient(
        this IServiceCollection services, string url, Func<IServiceProvider, DirectusClientOptions>? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return services.AddSingleton(provider => new DirectusClient(url, options?.Invoke(provider)));
    }
}
