using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema.Checkup;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Introspection;
using Directus.Grpc.Server.Schema.Snapshots;

namespace Directus.Grpc.Server.Schema;

/// <summary>Registers what reads and changes the schema.</summary>
internal static class SchemaServices
{
    public static IServiceCollection AddSchema(this IServiceCollection services)
    {
        services.AddSingleton<SystemTableInstaller>();
        services.AddSingleton<SchemaReader>();
        services.AddSingleton<DatabaseCheckup>();
        services.AddSingleton(provider => new SchemaStore(provider.GetRequiredService<Database>(),
            provider.GetRequiredService<SchemaReader>(), provider.GetRequiredService<ILogger<SchemaStore>>()));
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<SchemaStore>());
        services.AddSingleton<SchemaEdit>();
        services.AddSingleton<CollectionEditor>();
        services.AddSingleton<FieldEditor>();
        services.AddSingleton<ModelEditor>();
        services.AddSingleton<RelationEditor>();
        services.AddSingleton<SchemaModels>();
        return services;
    }
}
