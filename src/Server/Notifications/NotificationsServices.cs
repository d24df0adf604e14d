using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Notifications;

internal static class NotificationsServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services.AddSingleton<IItemRules, NotificationRules>();
}
