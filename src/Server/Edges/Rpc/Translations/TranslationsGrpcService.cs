using Directus.Grpc.Translations.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Translations;

/// <summary>Translations as typed messages. They are items, and served as such.</summary>
internal sealed class TranslationsGrpcService(RpcItems items) : TranslationsService.TranslationsServiceBase
{
    private const string Translations = SystemCollections.Translations;

    public override async Task<ListTranslationsResponse> ListTranslations(ListTranslationsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Translations, request.Keys, request.Query);
        return new ListTranslationsResponse { Translations = { read.All<Translation>() }, Meta = read.Meta };
    }

    public override async Task<GetTranslationResponse> GetTranslation(GetTranslationRequest request, ServerCallContext context) =>
        new() { Translation = (await items.GetAsync(context, Translations, request.Id, request.Query)).One<Translation>() };

    public override async Task<CreateTranslationsResponse> CreateTranslations(CreateTranslationsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Translations, () =>
            [.. request.Translations.Select(ItemMessage<Translation>.Item)], request.Query);
        return new CreateTranslationsResponse { Translations = { made.All<Translation>() } };
    }

    public override async Task<UpdateTranslationResponse> UpdateTranslation(UpdateTranslationRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Translations, request.Id,
            () => ItemMessage<Translation>.Change(request.Translation, request.Clear), request.Query);
        return new UpdateTranslationResponse { Translation = changed.One<Translation>() };
    }

    public override async Task<UpdateTranslationsResponse> UpdateTranslations(UpdateTranslationsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Translations, request.Keys, request.Where,
            () => ItemMessage<Translation>.Change(request.Translation, request.Clear), request.Query);
        return new UpdateTranslationsResponse { Translations = { changed.All<Translation>() } };
    }

    public override async Task<DeleteTranslationResponse> DeleteTranslation(DeleteTranslationRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Translations, request.Id);
        return new DeleteTranslationResponse();
    }

    public override async Task<DeleteTranslationsResponse> DeleteTranslations(DeleteTranslationsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Translations, request.Keys, request.Where);
        return new DeleteTranslationsResponse();
    }
}
