using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema;

/// <summary>Registers what reads and changes the schema.</summary>
internal static class SchemaServices
{
    public static IServiceCollection AddSchema(this IServiceCollection services)
    {
        services.AddSingleton<SystemTableInstaller>();
        services.AddSingleton<SchemaReader>();
        services.AddSingleton(provider => new SchemaStore(
            provider.GetRequiredService<SchemaReader>(), provider.GetRequiredService<ILogger<SchemaStore>>()));
        return services;
    }
}
