using Directus.Grpc.Dashboards.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Dashboards;

/// <summary>Dashboards as typed messages. They are items, and served as such.</summary>
internal sealed class DashboardsGrpcService(RpcItems items) : DashboardsService.DashboardsServiceBase
{
    private const string Dashboards = SystemCollections.Dashboards;

    public override async Task<ListDashboardsResponse> ListDashboards(ListDashboardsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Dashboards, request.Keys, request.Query);
        return new ListDashboardsResponse { Dashboards = { read.All<Dashboard>() }, Meta = read.Meta };
    }

    public override async Task<GetDashboardResponse> GetDashboard(GetDashboardRequest request, ServerCallContext context) =>
        new() { Dashboard = (await items.GetAsync(context, Dashboards, request.Id, request.Query)).One<Dashboard>() };

    public override async Task<CreateDashboardsResponse> CreateDashboards(CreateDashboardsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Dashboards, () => [.. request.Dashboards.Select(ItemMessage<Dashboard>.Item)], request.Query);
        return new CreateDashboardsResponse { Dashboards = { made.All<Dashboard>() } };
    }

    public override async Task<UpdateDashboardResponse> UpdateDashboard(UpdateDashboardRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Dashboards, request.Id,
            () => ItemMessage<Dashboard>.Change(request.Dashboard, request.Clear), request.Query);
        return new UpdateDashboardResponse { Dashboard = changed.One<Dashboard>() };
    }

    public override async Task<UpdateDashboardsResponse> UpdateDashboards(UpdateDashboardsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Dashboards, request.Keys, request.Where,
            () => ItemMessage<Dashboard>.Change(request.Dashboard, request.Clear), request.Query);
        return new UpdateDashboardsResponse { Dashboards = { changed.All<Dashboard>() } };
    }

    public override async Task<DeleteDashboardResponse> DeleteDashboard(DeleteDashboardRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Dashboards, request.Id);
        return new DeleteDashboardResponse();
    }

    public override async Task<DeleteDashboardsResponse> DeleteDashboards(DeleteDashboardsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Dashboards, request.Keys, request.Where);
        return new DeleteDashboardsResponse();
    }
}
