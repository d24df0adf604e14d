using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>Tables.</summary>
internal sealed class TablesGrpcService(LegacyTablesCalls tables) : LegacyTablesService.LegacyTablesServiceBase
{
    public override Task<Reply> ListTables(TablesRequest request, ServerCallContext context) => AnswerAsync(request, context, tables.ListAsync);

    public override Task<Reply> GetTable(TablesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => tables.GetAsync(call, request.Table));

    public override Task<Reply> CreateTable(TablesRequest request, ServerCallContext context) => AnswerAsync(request, context, tables.CreateAsync);

    public override Task<Reply> UpdateTable(TablesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => tables.UpdateAsync(call, request.Table));

    public override Task<Reply> DeleteTable(TablesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => tables.DeleteAsync(call, request.Table));

    private static Task<Reply> AnswerAsync(TablesRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
