using System.Text.Json.Nodes;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Schema;

namespace Directus.Grpc.Server.Edges.Rpc.Auth;

/// <summary>Tells of the providers, and nothing of their configuration.</summary>
internal static class ProviderMessages
{
    public static ListProvidersResponse Page(SsoProviders providers, ListProvidersRequest request)
    {
        var (page, next) = SchemaReply.Page<Provider>(providers.All.Select(Json), request.PageSize, request.PageToken);
        return new ListProvidersResponse { Providers = { page }, DisableDefault = providers.DisablesDefault, NextPageToken = next };
    }

    public static void Answer(HttpCall http, SsoProviders providers, bool sessionsOnly) => http.Json(json => new JsonObject
    {
        ["data"] = new JsonArray([.. providers.All.Where(provider => !sessionsOnly || provider.Mode == LoginMode.Session).Select(Json)]),
        ["disableDefault"] = providers.DisablesDefault,
    }.WriteTo(json));

    private static JsonObject Json(SsoProvider provider) => new()
    {
        ["name"] = provider.Name,
        ["driver"] = provider.Driver.Name,
        ["icon"] = provider.Options.Icon,
        ["label"] = provider.Label,
    };
}
