using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>Users: the rows of their table, and the caller by the name `me`.</summary>
internal sealed class UsersGrpcService(LegacyRows rows, UserInvitations invitations) : LegacyUsersService.LegacyUsersServiceBase
{
    private const string Me = "me";

    public override Task<Reply> ListUsers(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.ListAsync(call, LegacyTables.Readable(call.Caller, UserTable.Name)));

    public override Task<Reply> GetUser(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.GetAsync(call, LegacyTables.Readable(call.Caller, UserTable.Name), Key(call, request.Id)));

    public override Task<Reply> CreateUser(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.CreateAsync(call, UserTable.Name, call.Fields));

    public override Task<Reply> UpdateUser(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.UpdateAsync(call, UserTable.Name, Key(call, request.Id), call.Fields));

    public override Task<Reply> DeleteUser(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.DeleteAsync(call, UserTable.Name, Key(call, request.Id)));

    public override Task<Reply> InviteUsers(UsersRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, invitations.InviteAsync);

    private static string Key(LegacyCall call, string id) =>
        id != Me ? id : (call.Caller.Principal.User ?? throw DirectusException.InvalidCredentials()).ToString();

    private static Task<Reply> AnswerAsync(UsersRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
