using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Edges.LegacyV11.Activity;
using Directus.Grpc.Server.Edges.LegacyV11.Auth;
using Directus.Grpc.Server.Edges.LegacyV11.Files;
using Directus.Grpc.Server.Edges.LegacyV11.Messages;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Privileges;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Settings;
using Directus.Grpc.Server.Edges.LegacyV11.Tables;
using Directus.Grpc.Server.Edges.LegacyV11.Utils;
using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Edges.LegacyV11;

internal static class LegacyServices
{
    /// <summary>The services of API v1.1.</summary>
    public static IReadOnlyList<RpcService> All { get; } =
    [
        RpcService.Of<RowsGrpcService>(),
        RpcService.Of<TablesGrpcService>(),
        RpcService.Of<ColumnsGrpcService>(),
        RpcService.Of<AuthGrpcService>(),
        RpcService.Of<UsersGrpcService>(),
        RpcService.Of<GroupsGrpcService>(),
        RpcService.Of<PrivilegesGrpcService>(),
        RpcService.Of<PreferencesGrpcService>(),
        RpcService.Of<BookmarksGrpcService>(),
        RpcService.Of<MessagesGrpcService>(),
        RpcService.Of<ActivityGrpcService>(),
        RpcService.Of<UtilsGrpcService>(),
        RpcService.Of<FilesGrpcService>(),
        RpcService.Of<SettingsGrpcService>(),
    ];

    public static IServiceCollection AddLegacyEdge(this IServiceCollection services)
    {
        foreach (var service in All) service.Add(services);
        services.AddSingleton<LegacyGate>();
        services.AddSingleton<RowReader>();
        services.AddSingleton<RowTotals>();
        services.AddSingleton<IItemListener>(provider => provider.GetRequiredService<RowTotals>());
        services.AddSingleton<RowsPerPage>();
        services.AddSingleton<IItemListener>(provider => provider.GetRequiredService<RowsPerPage>());
        services.AddSingleton<LegacySettings>();
        services.AddSingleton<LegacyRows>();
        services.AddPeople();
        services.AddSingleton<LegacyFiles>();
        services.AddSingleton<LegacyTablesCalls>();
        services.AddSingleton<LegacyColumns>();
        services.AddOptions<LegacyOptions>().BindConfiguration(LegacyOptions.Section);
        return services;
    }

    private static void AddPeople(this IServiceCollection services) => services
        .AddSingleton<UserInvitations>()
        .AddSingleton<GroupGrantsReader>()
        .AddSingleton<GroupPrivileges>()
        .AddSingleton<OwnPrivileges>()
        .AddSingleton<Preferences>()
        .AddSingleton<Bookmarks>()
        .AddSingleton<Recipients>()
        .AddSingleton<MessageReader>()
        .AddSingleton<MessageSender>()
        .AddSingleton<TokenRequests>()
        .AddSingleton<HashAnswer>();
}
