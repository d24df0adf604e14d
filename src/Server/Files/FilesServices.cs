using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Pictures;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Files.Zips;
using Directus.Grpc.Server.Items;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files;

internal static class FilesServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section);
        services.AddOptions<AssetOptions>().BindConfiguration(AssetOptions.Section);
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>()
            .AddSingleton<IStorageDriver, LocalDriver>()
            .AddSingleton<Storages>()
            .AddSingleton<ContentRemoval>()
            .AddSingleton<IItemRules, FileRules>()
            .AddSingleton<PictureReader>()
            .AddSingleton<FileReceiver>()
            .AddSingleton<FileUploads>()
            .AddSingleton<FileImports>()
            .AddSingleton<AssetRules>()
            .AddSingleton<VariantMaker>()
            .AddSingleton<AssetReader>()
            .AddSingleton<ZipRows>()
            .AddSingleton<ZipPlanner>()
            .AddSingleton<ZipWriter>();
    }
}
