using Directus.Grpc.Server.History.Revisions;
using Directus.Grpc.Server.History.Versions;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.History;

internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services
        .AddSingleton<ItemOverlay>()
        .AddSingleton<PastContent>()
        .AddSingleton<Reverts>()
        .AddSingleton<StoredVersions>()
        .AddSingleton<MainItems>()
        .AddSingleton<ContentVersions>()
        .AddSingleton<IItemRules, VersionRules>()
        .AddSingleton<IItemSource, ItemMoments>()
        .AddSingleton<IItemSource, VersionList>();
}
