namespace Directus.Grpc.Server.Items;

internal static class ItemsServices
{
    public static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddSingleton<PlanContexts>()
        .AddSingleton<ItemChanges>()
        .AddSingleton<ItemReader>()
        .AddSingleton<ItemWriter>();
}
