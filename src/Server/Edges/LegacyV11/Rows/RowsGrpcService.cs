using System.Text.Json;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Files;
using Directus.Grpc.Server.Edges.LegacyV11.Privileges;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Rows of any table. Those of files bring their contents; privileges are no rows, but were changed as such.</summary>
internal sealed class RowsGrpcService(LegacyRows rows, LegacyFiles files, GroupPrivileges privileges) : LegacyRowsService.LegacyRowsServiceBase
{
    public override Task<Reply> ListRows(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.ListAsync(call, LegacyTables.Readable(call.Caller, request.Table)));

    public override Task<Reply> GetRow(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.GetAsync(call, LegacyTables.Readable(call.Caller, request.Table), request.Id));

    public override Task<Reply> CreateRow(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => request.Table == FileTable.Name
            ? files.CreateAsync(call, call.Fields)
            : rows.CreateAsync(call, request.Table, call.Fields));

    public override Task<Reply> UpdateRow(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => request.Table switch
        {
            FileTable.Name => files.UpdateAsync(call, request.Id, call.Fields),
            Privilege.TableName => privileges.UpdateAsync(call, request.Id),
            _ => rows.UpdateAsync(call, request.Table, request.Id, call.Fields),
        });

    public override Task<Reply> DeleteRow(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.DeleteAsync(call, request.Table, request.Id));

    public override Task<Reply> CreateBulk(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.CreateBulkAsync(call, request.Table));

    public override Task<Reply> UpdateBulk(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.UpdateBulkAsync(call, request.Table, LegacyRows.Rows(call.Fields)));

    public override Task<Reply> DeleteBulk(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.DeleteBulkAsync(call, request.Table));

    public override Task<Reply> UpdateRows(RowsRequest request, ServerCallContext context) => AnswerAsync(request, context, call => call.Body switch
    {
        { ValueKind: JsonValueKind.Array } many => rows.UpdateBulkAsync(call, request.Table, [.. many.EnumerateArray()]),
        var body when body.TryGetProperty("rows", out _) => rows.UpdateBulkAsync(call, request.Table, LegacyRows.Rows(body)),
        var one => rows.UpdateAsync(call, request.Table, LegacyRows.OwnKey(call, request.Table, one), one),
    });

    public override Task<Reply> ListRowRevisions(RowsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.RevisionsAsync(call, LegacyTables.Readable(call.Caller, request.Table), request.Id));

    private static Task<Reply> AnswerAsync(RowsRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
