using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Activity;

internal static class ActivityServices
{
    public static IServiceCollection AddActivity(this IServiceCollection services) => services.AddSingleton<IItemRecorder, ActivityRecorder>();
}
