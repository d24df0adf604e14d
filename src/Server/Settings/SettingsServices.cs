using Directus.Grpc.Server.Items;

namespace Directus.Grpc.Server.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services.AddSingleton<IItemRules, TranslationRules>();
}
