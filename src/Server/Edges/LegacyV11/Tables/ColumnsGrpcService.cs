using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>Columns of tables, and the options of their interfaces.</summary>
internal sealed class ColumnsGrpcService(LegacyColumns columns) : LegacyColumnsService.LegacyColumnsServiceBase
{
    public override Task<Reply> ListColumns(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.ListAsync(call, request.Table));

    public override Task<Reply> GetColumn(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.GetAsync(call, request.Table, request.Column));

    public override Task<Reply> CreateColumn(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.CreateAsync(call, request.Table));

    public override Task<Reply> UpdateColumn(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.UpdateAsync(call, request.Table, request.Column));

    public override Task<Reply> UpdateColumns(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.UpdateBulkAsync(call, request.Table));

    public override Task<Reply> DeleteColumn(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.DeleteAsync(call, request.Table, request.Column));

    public override Task<Reply> GetColumnOptions(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.OptionsAsync(call, request.Table, request.Column));

    public override Task<Reply> UpdateColumnOptions(ColumnsRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => columns.UpdateOptionsAsync(call, request.Table, request.Column));

    private static Task<Reply> AnswerAsync(ColumnsRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
