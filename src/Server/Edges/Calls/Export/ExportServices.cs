namespace Directus.Grpc.Server.Edges.Calls.Export;

internal static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<IExportFormat>(new CsvExport("csv", byteOrderMark: false))
        .AddSingleton<IExportFormat>(new CsvExport("csv_utf8", byteOrderMark: true))
        .AddSingleton<IExportFormat, JsonExport>()
        .AddSingleton<IExportFormat, XmlExport>()
        .AddSingleton<IExportFormat, YamlExport>()
        .AddSingleton<ItemExports>();
}
