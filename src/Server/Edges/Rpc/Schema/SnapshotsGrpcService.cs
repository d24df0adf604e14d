using System.Text.Json;
using System.Text.Json.Nodes;
using ComparisonMode = Directus.Grpc.Server.Schema.Snapshots.Model.ComparisonMode;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots;
using Directus.Grpc.Server.Schema.Snapshots.Comparing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Schema;

internal sealed class SnapshotsGrpcService(SchemaModels models, ItemExports exports) : SnapshotsService.SnapshotsServiceBase
{
    /// <summary>A model of some thousand fields, with room to spare.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public override async Task<GetSnapshotResponse> GetSnapshot(GetSnapshotRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new GetSnapshotResponse());
        var query = call.Http is null ? null : new SnapshotQuery(call.Http);
        var model = SnapshotSelection.Select(models.Read(), query?.Names("includeCollections") ?? request.IncludeCollections,
            query?.Names("excludeCollections") ?? request.ExcludeCollections).ToJson();
        if (call.Http is { } http && http.Query.Export is { } format)
        {
            await exports.AnswerAsync(http, "Export", format, sink =>
            {
                using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
                model.WriteTo(json);
                return Task.CompletedTask;
            }, call.Cancellation);
        }
        else
        {
            call.Answer<Snapshot>(model, snapshot => response.Snapshot = snapshot);
        }

        return response;
    }

    public override async Task<DiffSchemaResponse> DiffSchema(DiffSchemaRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new DiffSchemaResponse());
        var query = call.Http is null ? null : new SnapshotQuery(call.Http);
        var body = call.Http is { } http ? await SchemaFileBody.ReadAsync(http, MostBytes, call.Cancellation) : SnapshotMessages.Model(request);
        var wanted = models.Parse(body, query?.Flag("force") ?? request.Force);
        var renames = (query?.Names("rename") ?? request.Rename).Select(Rename.Parse).ToList();
        var (hash, difference) = models.Compare(wanted, query?.Mode ?? Mode(request.Mode), renames);
        response.Equal = difference.IsEmpty;
        if (difference.IsEmpty) call.NoContent();
        else call.Answer<HashedDifference>(new JsonObject { ["hash"] = hash, ["diff"] = difference.ToJson() }, found => response.Difference = found);
        return response;
    }

    public override async Task<ApplySchemaResponse> ApplySchema(ApplySchemaRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new ApplySchemaResponse());
        var query = call.Http is null ? null : new SnapshotQuery(call.Http);
        var body = call.Http is { } http ? await SchemaFileBody.ReadAsync(http, MostBytes, call.Cancellation) : SnapshotMessages.Difference(request);
        var (hash, difference) = DifferenceParser.Parse(body);
        var (force, dry) = (query?.Flag("force") ?? request.Force, query?.Flag("dry_run") ?? request.DryRun);
        var plan = dry ? models.Plan(hash, difference, force) : await models.ApplyAsync(call.Principal, hash, difference, force, call.Cancellation);
        if (call.Http is null) response.Steps.AddRange(plan.ToJson().Select(step => SchemaReply.Message<SchemaStep>((JsonObject)step!)));
        else if (dry) SchemaReply.Answer(call.Http, new JsonObject { ["steps"] = plan.ToJson() });
        else call.NoContent();
        return response;
    }

    private static ComparisonMode Mode(Directus.Grpc.Schema.V1.ComparisonMode mode) =>
        mode == Directus.Grpc.Schema.V1.ComparisonMode.Merge ? ComparisonMode.Merge : ComparisonMode.Mirror;
}
