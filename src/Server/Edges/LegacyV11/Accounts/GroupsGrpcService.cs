using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>Groups: the rows of their table.</summary>
internal sealed class GroupsGrpcService(LegacyRows rows) : LegacyGroupsService.LegacyGroupsServiceBase
{
    public override Task<Reply> ListGroups(GroupsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.ListAsync(call, LegacyTables.Readable(call.Caller, GroupTable.Name)));

    public override Task<Reply> GetGroup(GroupsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.GetAsync(call, LegacyTables.Readable(call.Caller, GroupTable.Name), request.Id));

    public override Task<Reply> CreateGroup(GroupsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.CreateAsync(call, GroupTable.Name, call.Fields));

    public override Task<Reply> UpdateGroup(GroupsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.UpdateAsync(call, GroupTable.Name, request.Id, call.Fields));

    public override Task<Reply> DeleteGroup(GroupsRequest request, ServerCallContext context) => AnswerAsync(request, context, async call =>
    {
        await rows.DeleteAsync(call, GroupTable.Name, request.Id);
        return LegacyAnswer.Success();
    });

    private static Task<Reply> AnswerAsync(GroupsRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
