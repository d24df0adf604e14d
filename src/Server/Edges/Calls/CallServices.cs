using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Import;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls;

internal static class CallServices
{
    /// <summary>What all faces share.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IOptions<HttpOptions>>().Value)
        .AddSingleton(provider => new QueryCache(provider.GetRequiredService<IOptions<QueryLimits>>().Value))
        .AddSingleton<SpoolSpace>()
        .AddSingleton<ErrorTranslator>()
        .AddSingleton<HttpCalls>()
        .AddSingleton<CallEntry>()
        .AddSingleton<TokenReplies>()
        .AddSingleton<ItemCalls>()
        .AddSingleton<FileItems>()
        .AddSingleton<KnownState>()
        .AddSingleton<ProjectInfo>()
        .AddSingleton<InfoJson>()
        .AddSingleton<ServerHealth>()
        .AddExports();

    private static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<IExportFormat>(new CsvExport("csv", byteOrderMark: false))
        .AddSingleton<IExportFormat>(new CsvExport("csv_utf8", byteOrderMark: true))
        .AddSingleton<IExportFormat, JsonExport>()
        .AddSingleton<IExportFormat, XmlExport>()
        .AddSingleton<IExportFormat, YamlExport>()
        .AddSingleton<ItemExports>()
        .AddSingleton<FileExports>();
}
