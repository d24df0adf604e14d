using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>Messages between users.</summary>
internal sealed class MessagesGrpcService(MessageReader messages, MessageSender sender) : LegacyMessagesService.LegacyMessagesServiceBase
{
    public override Task<Reply> ListMessages(MessagesRequest request, ServerCallContext context) => AnswerAsync(request, context, messages.ListAsync);

    public override Task<Reply> GetMessage(MessagesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => messages.GetAsync(call, request.Id));

    public override Task<Reply> MarkMessage(MessagesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => sender.MarkAsync(call, request.Id));

    public override Task<Reply> SendMessage(MessagesRequest request, ServerCallContext context) => AnswerAsync(request, context, sender.SendAsync);

    public override Task<Reply> AnswerMessage(MessagesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => sender.AnswerAsync(call, request.Id));

    private static Task<Reply> AnswerAsync(MessagesRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
