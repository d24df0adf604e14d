using System.Text.Json.Nodes;
using Directus.Grpc.Dashboards.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A collection with a typed service is the same items on every face.</summary>
public sealed class DashboardTests
{
    [Theory, EachDatabase]
    public async Task A_dashboard_is_the_same_as_message_item_and_row_of_GraphQL(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var dashboards = new DashboardsService.DashboardsServiceClient(app.Admin.Rpc);
        var made = await dashboards.CreateDashboardsAsync(new() { Dashboards = { new Dashboard { Name = "Sales", Note = "of the week" } } });
        var id = made.Dashboards.Single().Id;
        var panel = await app.CreateAsync("/panels", new { dashboard = id, type = "label", position_x = 1, position_y = 1, width = 6, height = 6 });

        var message = (await dashboards.GetDashboardAsync(new() { Id = id })).Dashboard;
        Assert.Equal(("Sales", "of the week", "dashboard"), (message.Name, message.Note, message.Icon));
        Assert.Equal([panel], message.Panels);
        await (await app.Admin.GetAsync($"/dashboards/{id}?fields=name,note,panels")).ShouldBeDataAsync(
            $$"""{"name":"Sales","note":"of the week","panels":["{{panel}}"]}""");
        var query = $$"""{ dashboards_by_id(id: "{{id}}") { name note } }""";
        var graph = JsonNode.Parse(await (await app.Admin.PostAsync("/graphql/system", new { query })).Content.ReadAsStringAsync());
        Assert.Equal("""{"name":"Sales","note":"of the week"}""", graph!["data"]!["dashboards_by_id"]!.ToJsonString());
    }

    [Theory, EachDatabase]
    public async Task Dashboards_are_listed_changed_cleared_and_deleted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var dashboards = new DashboardsService.DashboardsServiceClient(app.Admin.Rpc);
        var ids = (await dashboards.CreateDashboardsAsync(new()
        {
            Dashboards = { new Dashboard { Name = "A", Note = "x" },
            new Dashboard { Name = "B" } }
        }))
            .Dashboards.OrderBy(made => made.Name, StringComparer.Ordinal).Select(made => made.Id).ToList();

        var changed = await dashboards.UpdateDashboardAsync(new() { Id = ids[0], Dashboard = new() { Color = "#6644FF" }, Clear = { "note" } });
        Assert.Equal(("A", "", "#6644FF"), (changed.Dashboard.Name, changed.Dashboard.Note, changed.Dashboard.Color));
        await dashboards.UpdateDashboardsAsync(new() { Keys = { ids }, Dashboard = new() { Icon = "star" } });
        var listed = await dashboards.ListDashboardsAsync(new() { Keys = { ids }, Query = new() { Sort = { "name" }, Fields = { "name", "icon" } } });
        Assert.Equal([("A", "star"), ("B", "star")], listed.Dashboards.Select(one => (one.Name, one.Icon)));

        var both = await Assert.ThrowsAsync<RpcException>(async () =>
            await dashboards.UpdateDashboardAsync(new() { Id = ids[0], Dashboard = new() { Note = "y" }, Clear = { "note" } }));
        Assert.Equal(StatusCode.InvalidArgument, both.StatusCode);
        await dashboards.DeleteDashboardAsync(new() { Id = ids[0] });
        await dashboards.DeleteDashboardsAsync(new() { Keys = { ids[1] } });
        await (await app.Admin.GetAsync($"/dashboards?filter[id][_in]={string.Join(',', ids)}")).ShouldBeDataAsync("[]");
    }
}
