using Directus.Grpc.Presets.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Presets;

/// <summary>Presets as typed messages. They are items, and served as such.</summary>
internal sealed class PresetsGrpcService(RpcItems items) : PresetsService.PresetsServiceBase
{
    private const string Presets = SystemCollections.Presets;

    public override async Task<ListPresetsResponse> ListPresets(ListPresetsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Presets, request.Keys, request.Query);
        return new ListPresetsResponse { Presets = { read.All<Preset>() }, Meta = read.Meta };
    }

    public override async Task<GetPresetResponse> GetPreset(GetPresetRequest request, ServerCallContext context) =>
        new() { Preset = (await items.GetAsync(context, Presets, request.Id, request.Query)).One<Preset>() };

    public override async Task<CreatePresetsResponse> CreatePresets(CreatePresetsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Presets, () => [.. request.Presets.Select(ItemMessage<Preset>.Item)], request.Query);
        return new CreatePresetsResponse { Presets = { made.All<Preset>() } };
    }

    public override async Task<UpdatePresetResponse> UpdatePreset(UpdatePresetRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Presets, request.Id,
            () => ItemMessage<Preset>.Change(request.Preset, request.Clear), request.Query);
        return new UpdatePresetResponse { Preset = changed.One<Preset>() };
    }

    public override async Task<UpdatePresetsResponse> UpdatePresets(UpdatePresetsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Presets, request.Keys, request.Where,
            () => ItemMessage<Preset>.Change(request.Preset, request.Clear), request.Query);
        return new UpdatePresetsResponse { Presets = { changed.All<Preset>() } };
    }

    public override async Task<DeletePresetResponse> DeletePreset(DeletePresetRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Presets, request.Id);
        return new DeletePresetResponse();
    }

    public override async Task<DeletePresetsResponse> DeletePresets(DeletePresetsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Presets, request.Keys, request.Where);
        return new DeletePresetsResponse();
    }
}
