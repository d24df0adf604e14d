using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Tables;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>What groups may do.</summary>
internal sealed class PrivilegesGrpcService(GroupPrivileges privileges,
    LegacyTablesCalls tables) : LegacyPrivilegesService.LegacyPrivilegesServiceBase
{
    public override Task<Reply> ListPrivileges(PrivilegesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => privileges.ListAsync(call, request.Group));

    public override Task<Reply> GetPrivilege(PrivilegesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => privileges.GetAsync(call, request.Group, request.Id));

    public override Task<Reply> CreatePrivilege(PrivilegesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => MakesTable(call)
            ? tables.CreateWithAsync(call, after => privileges.CreateAsync(after, request.Group))
            : privileges.CreateAsync(call, request.Group));

    public override Task<Reply> UpdatePrivilege(PrivilegesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => privileges.UpdateAsync(call, request.Group, request.Id));

    // The oldest client makes tables so.
    private static bool MakesTable(LegacyCall call) =>
        call.Fields.TryGetProperty("addTable", out var flag) && LegacyParameters.TextOf(flag) is not (null or "" or "0" or "false");

    private static Task<Reply> AnswerAsync(PrivilegesRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
