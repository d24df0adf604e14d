using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Importing;
using Directus.Grpc.Server.Items.Sorting;
using Directus.Grpc.Server.Items.Writing;

namespace Directus.Grpc.Server.Items;

internal static class ItemsServices
{
    public static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddSingleton<IVariableRows, VariableRows>()
        .AddSingleton<PlanContexts>()
        .AddSingleton<ItemChanges>()
        .AddSingleton<StoredItems>()
        .AddSingleton<IItemSource, PermissionList>()
        .AddSingleton<ItemReader>()
        .AddSingleton<ItemRights>()
        .AddSingleton<ItemSorter>()
        .AddSingleton<ValuesAsRead>()
        .AddSingleton<SecretFields>()
        .AddSingleton<Attempts>()
        .AddSingleton<WriteTargets>()
        .AddSingleton<WritePlanner>()
        .AddSingleton<WriteTrials>()
        .AddSingleton<WriteTransactions>()
        .AddSingleton<ItemImporter>()
        .AddSingleton<ItemWriter>();
}
