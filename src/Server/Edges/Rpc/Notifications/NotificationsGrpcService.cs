using Directus.Grpc.Notifications.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Notifications;

/// <summary>Notifications as typed messages. They are items, and served as such.</summary>
internal sealed class NotificationsGrpcService(RpcItems items) : NotificationsService.NotificationsServiceBase
{
    private const string Notifications = SystemCollections.Notifications;

    public override async Task<ListNotificationsResponse> ListNotifications(ListNotificationsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Notifications, request.Keys, request.Query);
        return new ListNotificationsResponse { Notifications = { read.All<Notification>() }, Meta = read.Meta };
    }

    public override async Task<GetNotificationResponse> GetNotification(GetNotificationRequest request, ServerCallContext context) =>
        new() { Notification = (await items.GetAsync(context, Notifications, request.Id, request.Query)).One<Notification>() };

    public override async Task<CreateNotificationsResponse> CreateNotifications(CreateNotificationsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Notifications, () =>
            [.. request.Notifications.Select(ItemMessage<Notification>.Item)], request.Query);
        return new CreateNotificationsResponse { Notifications = { made.All<Notification>() } };
    }

    public override async Task<UpdateNotificationResponse> UpdateNotification(UpdateNotificationRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Notifications, request.Id,
            () => ItemMessage<Notification>.Change(request.Notification, request.Clear), request.Query);
        return new UpdateNotificationResponse { Notification = changed.One<Notification>() };
    }

    public override async Task<UpdateNotificationsResponse> UpdateNotifications(UpdateNotificationsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Notifications, request.Keys, request.Where,
            () => ItemMessage<Notification>.Change(request.Notification, request.Clear), request.Query);
        return new UpdateNotificationsResponse { Notifications = { changed.All<Notification>() } };
    }

    public override async Task<DeleteNotificationResponse> DeleteNotification(DeleteNotificationRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Notifications, request.Id);
        return new DeleteNotificationResponse();
    }

    public override async Task<DeleteNotificationsResponse> DeleteNotifications(DeleteNotificationsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Notifications, request.Keys, request.Where);
        return new DeleteNotificationsResponse();
    }
}
